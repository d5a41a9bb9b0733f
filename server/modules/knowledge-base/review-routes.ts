import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { cursor, id, limit, locale } from '#contract/common';
import { aspectId, heightCm, reviewPage } from '#contract/review';
import type { WordVectors } from '#engines/vectors';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { paginate } from './paginate.ts';
import { presentReview } from './present.ts';
import { readListingReviews, readProductReviews } from './read-reviews.ts';

const reads = { name: 'reviews', perMinute: 600, burst: 200 };

/** Reviews of a style, seen from one of its listings or by itself. */
export function reviewRoutes({ vectors }: { vectors: WordVectors | undefined }): ApiRouter {
  const router = createRouter();
  const kinds = [
    { path: '/listings/{id}/reviews', summary: "Reviews of a listing's style by its owners", read: readListingReviews },
    { path: '/products/{id}/reviews', summary: 'Reviews of a style by its owners', read: readProductReviews },
  ] as const;
  for (const { path, summary, read } of kinds) {
    router.use(path.replace('{id}', ':id'), allow(reads));
    router.openapi(
      createRoute({
        method: 'get',
        path,
        tags: ['Reviews and questions'],
        summary,
        request: {
          params: z.object({ id }),
          query: z.strictObject({
            cursor: cursor.optional(),
            limit: limit(10, 50),
            locale: locale.default('en'),
            aspect: aspectId.optional(),
            heightCm: heightCm.optional(),
          }),
        },
        responses: answers(200, reviewPage, 'A page, most helpful first, with what all of them come to'),
      }),
      async (c) => {
        const { cursor, limit, ...query } = c.req.valid('query');
        const found = await read(c.get('ctx'), c.req.valid('param').id, query, vectors);
        const { page, nextCursor } = paginate(found.reviews, cursor, limit);
        const reviews = page.map(presentReview);
        return c.json({ summary: found.summary, total: found.reviews.length, reviews, nextCursor }, 200);
      },
    );
  }
  return router;
}
