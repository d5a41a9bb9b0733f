import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { me } from '#contract/account';
import { category, listingPage } from '#contract/catalogue';
import { closet, handle, newCloset } from '#contract/closet';
import { cursor, id, limit, locale } from '#contract/common';
import { listingCard, listingDetail } from '#contract/listing';
import { requireMember } from '#modules/identity';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { buildCategoryTree, type CategoryTaxonomy } from './categories.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { CatalogError } from './errors.ts';
import type { Labels } from './labels.ts';
import { openCloset } from './open-closet.ts';
import { presentCloset } from './present.ts';
import { type CardRow, countByCategory, findClosetByHandle, findClosetOf, findNewest } from './queries.ts';
import { readCards, readListing, toCards } from './read.ts';

const reads = { name: 'catalog', perMinute: 600, burst: 200 };
const writes = { name: 'catalog-write', perMinute: 20, burst: 10 };
const inLocale = z.strictObject({ locale: locale.default('en') });
const paged = z.strictObject({ cursor: cursor.optional(), limit: limit(24, 100), locale: locale.default('en') });

/** Listings, closets, categories, and what is new. */
export function catalogRoutes(options: { labels: Labels; taxonomy: CategoryTaxonomy }): ApiRouter {
  const { labels, taxonomy } = options;
  const router = createRouter();
  for (const path of ['/listings', '/listings/:id', '/closets/*', '/feed', '/categories', '/me'])
    router.use(path, allow(reads));

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings',
      tags: ['Listings'],
      summary: 'Cards of listings by id',
      request: {
        query: z.strictObject({
          ids: z
            .string()
            .max(6000)
            .transform((text) => text.split(','))
            .pipe(z.array(id).max(100)),
          locale: locale.default('en'),
        }),
      },
      responses: answers(
        200,
        z.object({ listings: z.array(listingCard) }),
        'In the order asked for; ids without a listing are left out',
      ),
    }),
    async (c) => {
      const { ids, locale } = c.req.valid('query');
      return c.json({ listings: await readCards(c.get('ctx'), ids, locale) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings/{id}',
      tags: ['Listings'],
      summary: 'One listing',
      request: { params: z.object({ id }), query: inLocale },
      responses: answers(200, listingDetail, 'Everything its page shows'),
    }),
    async (c) =>
      c.json(await readListing(c.get('ctx'), c.req.valid('param').id, labels, c.req.valid('query').locale), 200),
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/feed',
      tags: ['Listings'],
      summary: 'What is new, newest first',
      request: { query: paged },
      responses: answers(200, listingPage, 'A page of available listings'),
    }),
    async (c) => {
      const { cursor, limit, locale } = c.req.valid('query');
      const ctx = c.get('ctx');
      const rows = await findNewest(ctx.db, { after: cursor ? decodeCursor(cursor) : undefined, limit: limit + 1 });
      return c.json(pageOf(rows, limit, await toCards(ctx, rows.slice(0, limit), locale)), 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/closets/{handle}',
      tags: ['Closets'],
      summary: 'One closet',
      request: { params: z.object({ handle }) },
      responses: answers(200, closet, 'The closet and its counts'),
    }),
    async (c) => {
      const row = await findClosetByHandle(c.get('ctx').db, c.req.valid('param').handle);
      if (!row) throw CatalogError.closetNotFound();
      return c.json(presentCloset(row), 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/closets/{handle}/listings',
      tags: ['Closets'],
      summary: 'What a closet has for sale, newest first',
      request: { params: z.object({ handle }), query: paged },
      responses: answers(200, listingPage, 'A page of available listings'),
    }),
    async (c) => {
      const { cursor, limit, locale } = c.req.valid('query');
      const ctx = c.get('ctx');
      const row = await findClosetByHandle(ctx.db, c.req.valid('param').handle);
      if (!row) throw CatalogError.closetNotFound();
      const rows = await findNewest(ctx.db, {
        closetId: row.id,
        after: cursor ? decodeCursor(cursor) : undefined,
        limit: limit + 1,
      });
      return c.json(pageOf(rows, limit, await toCards(ctx, rows.slice(0, limit), locale)), 200);
    },
  );

  router.use('/closets', allow(writes));
  router.openapi(
    createRoute({
      method: 'post',
      path: '/closets',
      tags: ['Closets'],
      summary: 'Open your closet',
      request: { body: { required: true, content: { 'application/json': { schema: newCloset } } } },
      responses: answers(201, closet, 'The new closet'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const opened = await openCloset(ctx, c.req.valid('json'));
      return c.json(presentCloset((await findClosetByHandle(ctx.db, opened))!), 201);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/categories',
      tags: ['Listings'],
      summary: 'The category tree with counts of available listings',
      request: { query: inLocale },
      responses: answers(200, z.object({ categories: z.array(category) }), 'Categories that hold something'),
    }),
    async (c) => {
      const counts = await countByCategory(c.get('ctx').db);
      return c.json({ categories: buildCategoryTree(taxonomy, counts, labels, c.req.valid('query').locale) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/me',
      tags: ['Account'],
      summary: 'The signed-in member',
      responses: answers(200, me, 'The account and its closet'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const { userId, name, email, isOperator } = requireMember(ctx.actor);
      const own = await findClosetOf(ctx.db, userId);
      return c.json(
        { id: userId, name, email, isOperator, closet: own ? { handle: own.handle, name: own.name } : null },
        200,
      );
    },
  );
  return router;
}

function pageOf<Card>(
  rows: CardRow[],
  limit: number,
  listings: Card[],
): { listings: Card[]; nextCursor: string | null } {
  const last = rows[limit - 1];
  return { listings, nextCursor: rows.length > limit && last ? encodeCursor(last.listed_at, last.id) : null };
}
