import { createRoute } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { health } from '#contract/health';
import { type ApiRouter, answers, createRouter } from '#platform/http';
import type { Metrics } from '#platform/metrics';

/** Health for load balancers and Prometheus metrics. */
export function operationsRoutes(options: {
  metrics: Metrics;
  version: string;
  countIndexed(): number;
  countListings(): Promise<number>;
}): ApiRouter {
  const router = createRouter();
  router.openapi(
    createRoute({
      method: 'get',
      path: '/api/v1/health',
      tags: ['Operations'],
      summary: 'Whether this process can serve',
      responses: answers(200, health, 'It can; `indexedListings` is how many listings search knows'),
    }),
    async (c) => {
      await sql`select 1`.execute(c.get('ctx').db);
      const listings = await options.countListings();
      return c.json(
        { status: 'ok' as const, version: options.version, listings, indexedListings: options.countIndexed() },
        200,
      );
    },
  );
  router.get('/metrics', async (c) => {
    const { body, contentType } = await options.metrics.render();
    return c.body(body, 200, { 'content-type': contentType });
  });
  return router;
}
