import { createRoute } from '@hono/zod-openapi';
import { sql } from 'kysely';
import { health } from '#contract/health';
import { type ApiRouter, answers, createRouter } from '#platform/http';
import type { Metrics } from '#platform/metrics';
import { renderDocsPage } from './docs-page.ts';

/** Health for load balancers, Prometheus metrics, and the description of the API for programs and people. */
export function operationsRoutes(options: {
  /** The whole API, to be described. */
  api: ApiRouter;
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
      const { db, config } = c.get('ctx');
      await sql`select 1`.execute(db);
      const listings = await options.countListings();
      return c.json(
        {
          status: 'ok' as const,
          version: options.version,
          listings,
          indexedListings: options.countIndexed(),
          languageModel: config.languageModel?.mode ?? ('off' as const),
        },
        200,
      );
    },
  );

  router.get('/metrics', async (c) => {
    const { body, contentType } = await options.metrics.render();
    return c.body(body, 200, { 'content-type': contentType });
  });

  // Asked for the first time when every route is mounted; from then on it never changes.
  let described: ReturnType<ApiRouter['getOpenAPI31Document']> | null = null;
  let docsPage: ReturnType<typeof renderDocsPage> | null = null;
  const describe = () => {
    described ??= options.api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'Vitrine',
        version: options.version,
        description:
          'Search, ask, and read a Vitrine marketplace. Errors are RFC 9457 problems with a stable `code` and pointers to the wrong fields.',
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: '/' }],
    });
    return described;
  };
  router.get('/api/v1/openapi.json', (c) => c.json(describe(), 200, { 'cache-control': 'public, max-age=300' }));
  router.get('/api/v1/docs', (c) => {
    docsPage ??= renderDocsPage(describe());
    return c.html(docsPage);
  });
  return router;
}
