import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { id } from '#contract/common';
import { ownVoices } from '#contract/question';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { setHelpful } from './vote.ts';
import { findOwnVoices } from './vote-queries.ts';

const reads = { name: 'voices', perMinute: 600, burst: 200 };
const writes = { name: 'votes', perMinute: 60, burst: 60 };

/** Marks of what was helpful, and which words on a page are the reader's own. */
export function voteRoutes(): ApiRouter {
  const router = createRouter();
  const kinds = [
    { kind: 'review', path: '/reviews/{id}/helpful', what: 'a review' },
    { kind: 'answer', path: '/answers/{id}/helpful', what: 'an answer' },
  ] as const;
  for (const { kind, path, what } of kinds) {
    router.use(path.replace('{id}', ':id'), allow(writes));
    for (const method of ['put', 'delete'] as const) {
      router.openapi(
        createRoute({
          method,
          path,
          tags: ['Reviews and questions'],
          summary: method === 'put' ? `Mark ${what} as helpful` : `Take the mark on ${what} back`,
          request: { params: z.object({ id }) },
          responses: { 204: { description: 'Done' } },
        }),
        async (c) => {
          await setHelpful(c.get('ctx'), { kind, id: c.req.valid('param').id }, method === 'put');
          return c.body(null, 204);
        },
      );
    }
  }

  const ids = z
    .string()
    .max(20_000)
    .transform((text) => text.split(','))
    .pipe(z.array(id).max(300));
  router.use('/me/voices', allow(reads));
  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/voices',
      tags: ['Reviews and questions'],
      summary: 'Which of these reviews, questions and answers the reader wrote or found helpful',
      request: { query: z.strictObject({ ids }) },
      responses: answers(200, ownVoices, 'Empty for visitors'),
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      if (actor.kind !== 'member') return c.json({ own: [], helpful: [] }, 200);
      return c.json(await findOwnVoices(db, actor.userId, c.req.valid('query').ids), 200);
    },
  );
  return router;
}
