import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { marks } from '#contract/account';
import { handle } from '#contract/closet';
import { id, locale } from '#contract/common';
import { listingCard } from '#contract/listing';
import { findClosetByHandle, readCards } from '#modules/catalog';
import { requireMember } from '#modules/identity';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { setFollow, setLike } from './mark.ts';
import { findAllLiked, findLiked, isFollowing } from './queries.ts';

const reads = { name: 'marks', perMinute: 600, burst: 200 };
const writes = { name: 'marks-write', perMinute: 120, burst: 60 };
const done = { 204: { description: 'Done' } };

/** Likes and follows, and which of them are the reader's. */
export function socialRoutes(): ApiRouter {
  const router = createRouter();
  router.use('/me/*', allow(reads));
  router.use('/listings/:id/like', allow(writes));
  router.use('/closets/:handle/follow', allow(writes));

  for (const method of ['put', 'delete'] as const) {
    router.openapi(
      createRoute({
        method,
        path: '/listings/{id}/like',
        tags: ['Social'],
        summary: method === 'put' ? 'Like a listing' : 'Take a like back',
        request: { params: z.object({ id }) },
        responses: done,
      }),
      async (c) => {
        await setLike(c.get('ctx'), c.req.valid('param').id, method === 'put');
        return c.body(null, 204);
      },
    );
    router.openapi(
      createRoute({
        method,
        path: '/closets/{handle}/follow',
        tags: ['Social'],
        summary: method === 'put' ? 'Follow a closet' : 'Stop following a closet',
        request: { params: z.object({ handle }) },
        responses: done,
      }),
      async (c) => {
        await setFollow(c.get('ctx'), c.req.valid('param').handle, method === 'put');
        return c.body(null, 204);
      },
    );
  }

  const ids = z
    .string()
    .max(6000)
    .transform((text) => text.split(','))
    .pipe(z.array(id).max(100))
    .optional();
  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/marks',
      tags: ['Social'],
      summary: 'Which of these the reader likes and follows',
      request: { query: z.strictObject({ listings: ids, closet: handle.optional() }) },
      responses: answers(200, marks, 'Empty for visitors'),
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      const { listings = [], closet } = c.req.valid('query');
      if (actor.kind !== 'member') return c.json({ liked: [], followed: [] }, 200);
      const row = closet ? await findClosetByHandle(db, closet) : undefined;
      const follows = row !== undefined && (await isFollowing(db, actor.userId, row.id));
      return c.json(
        { liked: await findLiked(db, actor.userId, listings), followed: follows && closet ? [closet] : [] },
        200,
      );
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/likes',
      tags: ['Social'],
      summary: 'What the signed-in member likes, newest first',
      request: { query: z.strictObject({ locale: locale.default('en') }) },
      responses: answers(200, z.object({ listings: z.array(listingCard) }), 'The newest hundred'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const liked = await findAllLiked(ctx.db, requireMember(ctx.actor).userId, 100);
      return c.json({ listings: await readCards(ctx, liked, c.req.valid('query').locale) }, 200);
    },
  );
  return router;
}
