import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { cursor, id, limit } from '#contract/common';
import { newSource, source, sourcePages, sourceRun } from '#contract/source';
import { requireOperator } from '#modules/identity';
import { findDocumentNames } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import { AppError } from '#platform/errors';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { addSource } from './add-source.ts';
import type { Crawler } from './crawler.ts';
import { SourceError } from './errors.ts';
import { presentPage, presentRun, presentSource } from './present.ts';
import { findOverviews, findPages } from './queries.ts';
import { removeSource } from './remove-source.ts';
import { findRuns } from './run-queries.ts';
import { startCrawl } from './start-crawl.ts';

const reads = { name: 'sources', perMinute: 240, burst: 120 };
const changes = { name: 'sources-change', perMinute: 30, burst: 20 };
const tags = ['Sources'];
const runsShown = 20;

/** What operators have read from their own site and the web, for the assistant to answer from. */
export function sourceRoutes({
  crawler,
  isCategory,
}: {
  crawler: Crawler;
  isCategory: (id: string) => boolean;
}): ApiRouter {
  const router = createRouter();
  router.use('/operator/sources', allow(reads));
  router.use('/operator/sources/*', allow(reads));

  router.openapi(
    createRoute({
      method: 'get',
      path: '/operator/sources',
      tags,
      summary: 'Every source, with its last run',
      description: 'For operators.',
      responses: answers(200, z.object({ sources: z.array(source) }), 'Newest first'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      requireOperator(ctx.actor);
      return c.json({ sources: (await findOverviews(ctx.db)).map(presentSource) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/operator/sources',
      tags,
      summary: 'Add a sitemap, a feed or a list of pages',
      description:
        'For operators. It is read at once, and again every `everyHours`, by the robots.txt of each site. Nothing but http(s) pages on the public internet is fetched.',
      middleware: [allow(changes)] as const,
      request: { body: { required: true, content: { 'application/json': { schema: newSource } } } },
      responses: answers(201, source, 'The source; its first run begins'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const sourceId = await addSource(ctx, c.req.valid('json'), isCategory);
      crawler.wake();
      return c.json(presentSource(await findOne(ctx, sourceId)), 201);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/operator/sources/{id}',
      tags,
      summary: 'One source with its latest runs',
      description: 'For operators.',
      request: { params: z.object({ id }) },
      responses: answers(200, source.extend({ runs: z.array(sourceRun) }), 'The latest run first'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      requireOperator(ctx.actor);
      const found = await findOne(ctx, c.req.valid('param').id);
      const runs = await findRuns(ctx.db, found.source.id, runsShown);
      return c.json({ ...presentSource(found), runs: runs.map(presentRun) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path: '/operator/sources/{id}',
      tags,
      summary: 'Remove a source and all that was read from it',
      description: 'For operators. There is no way back but to add it again.',
      middleware: [allow(changes)] as const,
      request: { params: z.object({ id }) },
      responses: { 204: { description: 'Removed' } },
    }),
    async (c) => {
      await removeSource(c.get('ctx'), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/operator/sources/{id}/crawl',
      tags,
      summary: 'Read a source now',
      description: 'For operators. One run a source at once.',
      middleware: [allow(changes)] as const,
      request: { params: z.object({ id }) },
      responses: answers(202, sourceRun, 'It runs; ask for the source to see how far it is'),
    }),
    async (c) => {
      const run = await startCrawl(c.get('ctx'), c.req.valid('param').id);
      crawler.wake();
      return c.json(presentRun(run), 202);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/operator/sources/{id}/pages',
      tags,
      summary: 'Pages of a source, with why those that are not kept are not',
      description: 'For operators.',
      request: {
        params: z.object({ id }),
        query: z.strictObject({
          state: z.enum(['kept', 'failed'], { error: 'Must be kept or failed.' }).optional(),
          cursor: cursor.optional(),
          limit: limit(50, 200),
        }),
      },
      responses: answers(200, sourcePages, 'In the order of the list'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      requireOperator(ctx.actor);
      const { source: found } = await findOne(ctx, c.req.valid('param').id);
      const { state, cursor: after, limit: most } = c.req.valid('query');
      const shown = readCursor(after);
      const rows = await findPages(ctx.db, { sourceId: found.id, state, shown, limit: most + 1 });
      const page = rows.slice(0, most);
      const documents = await findDocumentNames(
        ctx.db,
        page.flatMap((row) => row.document_id ?? []),
      );
      const nextCursor = rows.length > most ? Buffer.from(String(shown + most)).toString('base64url') : null;
      return c.json({ pages: page.map((row) => presentPage(row, documents)), nextCursor }, 200);
    },
  );
  return router;
}

async function findOne(ctx: Ctx, sourceId: string) {
  const [found] = await findOverviews(ctx.db, sourceId);
  if (!found) throw SourceError.notFound();
  return found;
}

/** How many pages were shown before; a source has few enough for that. */
function readCursor(text: string | undefined): number {
  const shown = text === undefined ? 0 : Number(Buffer.from(text, 'base64url').toString());
  if (Number.isSafeInteger(shown) && shown >= 0 && shown < 1_000_000) return shown;
  const detail = 'Not a cursor of this list; start again without it.';
  throw new AppError('request.bad-cursor', 422, `?cursor: ${detail}`, { fields: [{ pointer: '?cursor', detail }] });
}
