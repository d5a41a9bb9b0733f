import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { handle } from '#contract/closet';
import { id } from '#contract/common';
import { importFormats, importRun } from '#contract/import';
import { CatalogError, findClosetByHandle, findClosetById, findClosetOf } from '#modules/catalog';
import { type Member, requireMember } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { ImportError } from './errors.ts';
import { parseMapText, readExampleMap } from './example-maps.ts';
import type { ImportMap } from './import-map.ts';
import { type ImportRuns, maxUploadBytes } from './import-runs.ts';
import { mapFor } from './open-import.ts';
import { maySeeRun, refuseUnlessMayImport } from './policy.ts';
import { presentRun } from './present.ts';
import { findRun } from './queries.ts';

const reads = { name: 'imports', perMinute: 240, burst: 120 };
const starts = { name: 'imports-start', perMinute: 6, burst: 6 };

/** What the body may be. Not one that begins with application/json: those are read as JSON, whole. */
const mediaTypes = [
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  'text/xml',
  'application/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/x-ndjson',
  'application/octet-stream',
];

const flag = z
  .enum(['true', 'false'], { error: 'Must be true or false.' })
  .default('false')
  .transform((text) => text === 'true');

const startQuery = z.strictObject({
  format: z.enum(importFormats, { error: `Must be one of ${importFormats.join(', ')}.` }),
  source: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'Must be 1 to 60 letters, digits, dots, hyphens and underscores.')
    .default('upload'),
  closet: handle.optional(),
  map: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'Must be the name of a map that ships with Vitrine.')
    .optional(),
  dryRun: flag,
  images: flag,
});

/** Bringing a file of listings (operators: also reviews and questions) into a closet, and how it went. */
export function importRoutes({ runs }: { runs: ImportRuns }): ApiRouter {
  const router = createRouter();
  router.use('/imports', allow(starts));
  router.use('/imports/:id', allow(reads));

  router.openapi(
    createRoute({
      method: 'post',
      path: '/imports',
      tags: ['Imports'],
      summary: 'Import a file into your closet',
      description:
        'The body is the file itself, up to 200 MiB. A map says which of its fields become which of ours: one that ships with Vitrine by name (`?map=`), or your own as JSON in the `X-Import-Map` header (write other than ASCII as \\u escapes); see docs/importing.md. Importing the same `source` again updates what changed.',
      request: {
        query: startQuery,
        headers: z.object({ 'x-import-map': z.string().max(24_000, 'Must be at most 24 kB.').optional() }),
        body: {
          required: true,
          content: Object.fromEntries(mediaTypes.map((type) => [type, { schema: z.string() }])),
        },
      },
      responses: answers(202, importRun, 'It runs; ask again for how far it is'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const member = requireMember(ctx.actor);
      const { format, source, map: mapName, dryRun, images, ...query } = c.req.valid('query');
      const map = await readMap(mapName, c.req.valid('header')['x-import-map']);
      const closet = await findTarget(ctx, member, query.closet);
      refuseUnlessMayImport(member, { kind: mapFor(format, map).kind, closetOwnerId: closet.owner_id, images });

      const mediaType = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
      if (!mediaTypes.includes(mediaType)) throw ImportError.mediaType();
      if (Number(c.req.header('content-length') ?? 0) > maxUploadBytes)
        throw ImportError.tooLarge(maxUploadBytes / 1024 / 1024);
      if (!c.req.raw.body) throw ImportError.empty();
      const body = c.req.raw.body as unknown as AsyncIterable<Uint8Array>;
      const target = { id: closet.id, name: closet.name, opens: null };
      const run = await runs.start({ closet: target, source, format, map, dryRun, images, body });
      return c.json(presentRun(run), 202);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/imports/{id}',
      tags: ['Imports'],
      summary: 'How an import goes or went',
      request: { params: z.object({ id }) },
      responses: answers(200, importRun, 'Its progress, and the rows that could not be taken'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      requireMember(ctx.actor);
      const run = await findRun(ctx.db, c.req.valid('param').id);
      const closet = run && (await findClosetById(ctx.db, run.closet_id));
      if (!run || !closet || !maySeeRun(ctx.actor, closet.owner_id)) throw ImportError.notFound();
      return c.json(presentRun(run), 200);
    },
  );
  return router;
}

async function readMap(name: string | undefined, text: string | undefined): Promise<ImportMap | null> {
  if (name !== undefined && text !== undefined) throw ImportError.twoMaps();
  if (name !== undefined) return readExampleMap(name);
  return text === undefined ? null : parseMapText(text);
}

async function findTarget(ctx: Ctx, member: Member, handle: string | undefined) {
  const closet = handle ? await findClosetByHandle(ctx.db, handle) : await findClosetOf(ctx.db, member.userId);
  if (closet) return closet;
  throw handle ? CatalogError.closetNotFound() : ImportError.closetRequired();
}
