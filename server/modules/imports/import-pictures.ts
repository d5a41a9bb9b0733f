import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { findListingIds, savePictures } from '#modules/catalog';
import { storePicture } from '#modules/media';
import type { Ctx } from '#platform/context';
import { AppError } from '#platform/errors';
import { type FetchLimits, fetchPicture, PictureProblem } from './fetch-picture.ts';
import { RowProblem } from './row-problem.ts';
import type { ImportTarget, Item } from './save-batch.ts';

/** Where pictures may come from: http(s) always, files only from below `folder` (null: none); `signal` ends the wait. */
export type PictureSource = { folder: string | null; limits: FetchLimits; signal?: AbortSignal };

const atOnce = 4;

/**
 * Fetches and keeps the pictures of a batch's listings that have none yet. A picture that cannot be had is noted; the
 * listing stays.
 */
export async function importPictures(
  ctx: Ctx,
  target: ImportTarget,
  source: PictureSource,
  items: Item[],
  note: (line: number, problem: RowProblem) => void,
): Promise<void> {
  const wanted = items.flatMap(({ line, draft }) =>
    draft.kind === 'listing' && draft.pictures.length > 0 ? { line, id: draft.id, pictures: draft.pictures } : [],
  );
  const known = await findListingIds(
    ctx.db,
    target.source,
    wanted.map(({ id }) => id),
  );
  const queue = wanted.filter(({ id }) => known.get(id)?.pictures === 0);
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const uses: Parameters<typeof savePictures>[1] = [];
      for (const address of next.pictures) {
        source.signal?.throwIfAborted();
        const pictureId = await keep(ctx, source, address).catch((error: unknown) => {
          source.signal?.throwIfAborted();
          if (!(error instanceof PictureProblem) && !(error instanceof AppError)) throw error;
          note(next.line, new RowProblem('pictures', `${address.slice(0, 200)}: ${error.message}`));
          return null;
        });
        if (pictureId === null) continue;
        uses.push({ listing_id: known.get(next.id)!.id, position: uses.length, picture_id: pictureId, alt: {} });
      }
      if (uses.length > 0) await ctx.db.transaction().execute((tx) => savePictures(tx, uses));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function keep(ctx: Ctx, source: PictureSource, address: string): Promise<string> {
  const isRemote = /^https?:/i.test(address);
  const bytes = isRemote ? await fetchPicture(address, source.limits, source.signal) : await readLocal(source, address);
  return (await storePicture(ctx, bytes)).id;
}

/** A file below the folder of the imported file, and nowhere else, whatever links say. */
async function readLocal({ folder, limits }: PictureSource, address: string): Promise<Uint8Array> {
  if (folder === null) throw new PictureProblem('is not an http(s) address');
  const relative = address.replace(/^file:(\/\/)?/, '');
  const file = await realpath(path.resolve(folder, relative)).catch(() => null);
  if (file === null) throw new PictureProblem('there is no such file');
  const inside = path.relative(await realpath(folder), file);
  if (inside.startsWith('..') || path.isAbsolute(inside)) throw new PictureProblem(`is outside ${folder}`);
  const { size } = await stat(file);
  if (size > limits.maxBytes) throw new PictureProblem(`is larger than ${limits.maxBytes / 1024 / 1024} MiB`);
  return readFile(file);
}
