import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/database';
import { createId } from '#platform/ids';
import { MediaError } from './errors.ts';
import type { MediaTables, PictureRow } from './tables.ts';

const largestBytes = 25 * 1024 * 1024;
const largestPixels = 60_000_000;
/** What cameras, shops and browsers make. SVG is a program: a few bytes of it can draw for minutes. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'gif']);
/** Longest side of what we keep, in pixels. */
const longestSide = 1600;

/**
 * Keeps a picture: turned upright, at most 1600 px, WebP, without EXIF (so without the place it was taken). The same
 * bytes are kept once. Throws `picture.not-readable` and `picture.too-large`.
 */
export async function storePicture(ctx: Ctx, bytes: Uint8Array): Promise<PictureRow> {
  if (bytes.byteLength > largestBytes) throw MediaError.tooLarge(largestBytes / 1024 / 1024);
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  const tables = ctx.db.withTables<MediaTables>();
  const known = await tables
    .selectFrom('media.picture')
    .selectAll()
    .where('content_hash', '=', contentHash)
    .executeTakeFirst();
  if (known) return known;

  const { data, info, thumbhash } = await encode(bytes);
  const file = `${contentHash.slice(0, 2)}/${contentHash}.webp`;
  await writeWhole(path.join(ctx.config.dataDir, 'pictures', file), data);
  const row: PictureRow = {
    id: createId('pic', ctx.clock.now()),
    file,
    content_hash: contentHash,
    width: info.width,
    height: info.height,
    thumbhash,
    created_at: new Date(ctx.clock.now()),
  };
  await tables
    .insertInto('media.picture')
    .values(row)
    .onConflict((conflict) => conflict.column('content_hash').doNothing())
    .execute();
  return tables
    .selectFrom('media.picture')
    .selectAll()
    .where('content_hash', '=', contentHash)
    .executeTakeFirstOrThrow();
}

/** Makes rows for pictures that are already files of ours (the demo's). Known ones are left as they are. */
export async function registerPictures(db: Database, rows: PictureRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) {
    const chunk = rows.slice(start, start + 500);
    await db
      .withTables<MediaTables>()
      .insertInto('media.picture')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

async function encode(bytes: Uint8Array) {
  try {
    const picture = sharp(bytes, { limitInputPixels: largestPixels, failOn: 'error' });
    const { format } = await picture.metadata();
    if (!formats.has(format)) throw MediaError.notAPicture();
    const upright = picture.rotate();
    const [{ data, info }, small] = await Promise.all([
      upright
        .clone()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true }),
      upright
        .clone()
        .resize({ width: 100, height: 100, fit: 'inside' })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true }),
    ]);
    const hash = rgbaToThumbHash(small.info.width, small.info.height, small.data);
    return { data, info, thumbhash: Buffer.from(hash).toString('base64') };
  } catch {
    throw MediaError.notAPicture();
  }
}

/** A file is there whole or not at all, even when the process is killed while writing. */
async function writeWhole(file: string, data: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${randomUUID()}.part`;
  await writeFile(unfinished, data);
  await rename(unfinished, file);
}

/** Pictures by id. */
export async function findPictures(db: Database, ids: readonly string[]): Promise<Map<string, PictureRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<MediaTables>()
    .selectFrom('media.picture')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
