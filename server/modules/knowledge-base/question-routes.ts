import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { cursor, id, limit } from '#contract/common';
import { newQuestion, question, questionPage } from '#contract/question';
import { CatalogError, findCard } from '#modules/catalog';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { askSeller } from './ask-seller.ts';
import { paginate } from './paginate.ts';
import { presentQuestion } from './present.ts';
import { findQuestions } from './queries.ts';

const asks = { name: 'ask-seller', perMinute: 6, burst: 6 };

/** Questions about listings and styles, and what people answer. */
export function questionRoutes(): ApiRouter {
  const router = createRouter();

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings/{id}/questions',
      tags: ['Reviews and questions'],
      summary: 'Questions about a listing and its style',
      request: { params: z.object({ id }), query: z.strictObject({ cursor: cursor.optional(), limit: limit(10, 50) }) },
      responses: answers(200, questionPage, 'A page, answered ones first'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const listing = await findCard(ctx.db, c.req.valid('param').id);
      if (!listing) throw CatalogError.listingNotFound();
      const all = await findQuestions(ctx.db, {
        listingIds: [listing.id],
        productIds: listing.product_id ? [listing.product_id] : [],
      });
      const ordered = [
        ...all.filter((row) => row.answers.length > 0),
        ...all.filter((row) => row.answers.length === 0),
      ];
      const { cursor, limit } = c.req.valid('query');
      const { page, nextCursor } = paginate(ordered, cursor, limit);
      return c.json({ questions: page.map(presentQuestion), total: all.length, nextCursor }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/listings/{id}/questions',
      tags: ['Reviews and questions'],
      summary: 'Ask the seller and the community',
      middleware: [allow(asks)] as const,
      request: {
        params: z.object({ id }),
        body: { required: true, content: { 'application/json': { schema: newQuestion } } },
      },
      responses: answers(201, question, 'The question, waiting for an answer'),
    }),
    async (c) => {
      const asked = await askSeller(c.get('ctx'), {
        listingId: c.req.valid('param').id,
        text: c.req.valid('json').text,
      });
      return c.json(presentQuestion({ ...asked, answers: [] }), 201);
    },
  );
  return router;
}
