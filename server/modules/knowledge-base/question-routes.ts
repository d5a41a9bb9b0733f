import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { cursor, id, limit } from '#contract/common';
import { newAnswer, newQuestion, question, questionPage } from '#contract/question';
import { CatalogError, findCard } from '#modules/catalog';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { askSeller } from './ask-seller.ts';
import { editAnswer, editQuestion, readQuestion, takeBackAnswer, takeBackQuestion } from './change-words.ts';
import { giveAnswer } from './give-answer.ts';
import { paginate } from './paginate.ts';
import { presentQuestion } from './present.ts';
import { findQuestions } from './question-queries.ts';

const reads = { name: 'questions', perMinute: 600, burst: 200 };
const writes = { name: 'answers-write', perMinute: 20, burst: 20 };
const asks = { name: 'ask-seller', perMinute: 6, burst: 6 };

/** Questions about listings and styles, and what people answer. */
export function questionRoutes(): ApiRouter {
  const router = createRouter();
  for (const path of ['/questions/*', '/answers/*'])
    router.use(path, (c, next) => allow(c.req.method === 'GET' ? reads : writes)(c, next));

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
  const params = z.object({ id });
  const body = <Schema extends z.ZodType>(schema: Schema) => ({
    required: true,
    content: { 'application/json': { schema } },
  });
  const tags = ['Reviews and questions'];
  const done = { 204: { description: 'Done' } };

  router.openapi(
    createRoute({
      method: 'get',
      path: '/questions/{id}',
      tags,
      summary: 'One question with its answers',
      request: { params },
      responses: answers(200, question, 'The most helpful answer first'),
    }),
    async (c) => c.json(presentQuestion(await readQuestion(c.get('ctx'), c.req.valid('param').id)), 200),
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/questions/{id}/answers',
      tags,
      summary: 'Answer a question',
      description:
        'The answer is marked as the seller’s, as of an owner (who has reviewed the style) or as of the community.',
      request: { params, body: body(newAnswer) },
      responses: answers(201, question, 'The question with the answer'),
    }),
    async (c) => {
      const { text } = c.req.valid('json');
      return c.json(
        presentQuestion(await giveAnswer(c.get('ctx'), { questionId: c.req.valid('param').id, text })),
        201,
      );
    },
  );

  router.openapi(
    createRoute({
      method: 'patch',
      path: '/questions/{id}',
      tags,
      summary: 'Word a question of one’s own anew',
      request: { params, body: body(newQuestion) },
      responses: answers(200, question, 'The question as it is now'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json(presentQuestion(await editQuestion(c.get('ctx'), id, c.req.valid('json').text)), 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path: '/questions/{id}',
      tags,
      summary: 'Take a question of one’s own back, with its answers',
      request: { params },
      responses: done,
    }),
    async (c) => {
      await takeBackQuestion(c.get('ctx'), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  router.openapi(
    createRoute({
      method: 'patch',
      path: '/answers/{id}',
      tags,
      summary: 'Word an answer of one’s own anew',
      request: { params, body: body(newAnswer) },
      responses: answers(200, question, 'Its question as it is now'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      return c.json(presentQuestion(await editAnswer(c.get('ctx'), id, c.req.valid('json').text)), 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path: '/answers/{id}',
      tags,
      summary: 'Take an answer of one’s own back',
      request: { params },
      responses: done,
    }),
    async (c) => {
      await takeBackAnswer(c.get('ctx'), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );
  return router;
}
