import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { id, limit, locale } from '#contract/common';
import { listingCard } from '#contract/listing';
import { searchQuery, searchResponse, suggestions } from '#contract/search';
import { type Labels, readCards } from '#modules/catalog';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import type { Metrics } from '#platform/metrics';
import type { Search } from './create-search.ts';
import type { NeedPresenter } from './present-need.ts';
import { searchListings } from './search-listings.ts';

const searches = { name: 'search', perMinute: 300, burst: 120 };

/** Search, completions and more like this. */
export function searchRoutes(options: {
  search: Search;
  labels: Labels;
  presentNeed: NeedPresenter;
  metrics: Metrics;
}): ApiRouter {
  const { search } = options;
  const timer = options.metrics.timer('vitrine_search_seconds', 'Duration of a search, from the words to the cards.');
  const router = createRouter();

  router.openapi(
    createRoute({
      method: 'get',
      path: '/search',
      tags: ['Search'],
      summary: 'Search listings in words',
      description:
        'Understands what must hold (price, size, colour, brand, exclusions, ...) and enforces it; wishes move the order. Near misses stand apart: each breaks one or two things that may bend, never price, size, stock or an exclusion.',
      middleware: [allow(searches)] as const,
      request: { query: searchQuery },
      responses: answers(200, searchResponse, 'A page of results, near misses on the first page, facets with counts'),
    }),
    async (c) => {
      const started = performance.now();
      const query = c.req.valid('query');
      const found = await searchListings(c.get('ctx'), { ...options, query, locale: query.locale ?? 'en' });
      timer.observe((performance.now() - started) / 1000);
      return c.json(found, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/suggestions',
      tags: ['Search'],
      summary: 'Completions of what is being typed',
      middleware: [allow(searches)] as const,
      request: {
        query: z.strictObject({ q: z.string().min(1).max(80), limit: limit(8, 20), locale: locale.default('en') }),
      },
      responses: answers(200, suggestions, 'Each finds something'),
    }),
    async (c) => {
      const { q, limit } = c.req.valid('query');
      return c.json({ suggestions: search.index.suggest(q, limit) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings/{id}/similar',
      tags: ['Listings'],
      summary: 'Available listings most like this one',
      middleware: [allow(searches)] as const,
      request: {
        params: z.object({ id }),
        query: z.strictObject({ limit: limit(8, 24), locale: locale.default('en') }),
      },
      responses: answers(200, z.object({ listings: z.array(listingCard) }), 'Most alike first'),
    }),
    async (c) => {
      const { limit, locale } = c.req.valid('query');
      const hits = search.index.similarTo(c.req.valid('param').id, limit);
      return c.json(
        {
          listings: await readCards(
            c.get('ctx'),
            hits.map((hit) => hit.id),
            locale,
          ),
        },
        200,
      );
    },
  );
  return router;
}
