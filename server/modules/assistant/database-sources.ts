import { readSummaries } from '#modules/catalog';
import { gatherGuides, gatherPassages } from '#modules/knowledge-base';
import type { Search } from '#modules/search';
import type { Ctx } from '#platform/context';
import type { AssistantEngines } from './engines.ts';
import type { EvidenceSources } from './gather.ts';

/** Evidence of this instance: its search index and its database. */
export function createDatabaseSources(ctx: Ctx, search: Search, engines: AssistantEngines): EvidenceSources {
  return {
    understand: (text) => search.understand(text),
    findListings: (request) => search.index.search(request),
    async readListings(ids) {
      const summaries = await readSummaries(ctx, ids);
      const facts = summaries.map((summary) => ({ ...summary, seller: summary.closetName }));
      const passages = await gatherPassages(ctx.db, facts, engines.vectors);
      return summaries.map((summary) => ({
        listingId: summary.id,
        title: summary.title,
        category: summary.category ?? undefined,
        passages: passages.get(summary.id) ?? [],
      }));
    },
    findGuides: (filter) => gatherGuides(ctx.db, filter),
  };
}
