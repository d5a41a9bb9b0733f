import type { AnswerInput, ListingEvidence } from '#engines/answer';
import { summariseCatalogue } from '#engines/answer';
import type { EvidencePassage } from '#engines/evidence';
import type { Language, Understanding } from '#engines/language';
import { type ListingSummary, readSummaries } from '#modules/catalog';
import { gatherGuides, gatherPassages, type ListingFacts } from '#modules/knowledge-base';
import type { Search } from '#modules/search';
import type { Ctx } from '#platform/context';
import type { AssistantEngines } from './engines.ts';
import type { SourcePage } from './tables.ts';

/** Listings that are weighed for an answer; more are read for what a category offers. */
const weighed = 6;
const surveyed = 40;

export type Gathered = {
  input: AnswerInput;
  /** Where each passage can be read. */
  pages: (passageId: string) => SourcePage | undefined;
  sourcesRead: number;
};

/**
 * Collects what an answer of this kind needs: live listings through the search index (hard constraints are filters
 * there) and evidence about them, guides of the category in the reader's language, else in any.
 */
export async function gather(
  ctx: Ctx,
  options: {
    search: Search;
    engines: AssistantEngines;
    understanding: Understanding;
    locale: Language;
    listingId?: string;
  },
): Promise<Gathered> {
  const { understanding, locale } = options;
  const pages = new Map<string, SourcePage>();
  const read = (input: AnswerInput, passages: EvidencePassage[]): Gathered => ({
    input,
    pages: (id) => pages.get(id),
    sourcesRead: passages.length,
  });

  const gatherListings = async (
    ids: string[],
    grants: Map<string, string[]> = new Map(),
  ): Promise<ListingEvidence[]> => {
    const summaries = await readSummaries(ctx, ids);
    const passages = await gatherPassages(ctx.db, summaries.map(factsOf), options.engines.vectors);
    return summaries.map((summary) => {
      const own = passages.get(summary.id) ?? [];
      for (const passage of own) pages.set(passage.id, pageOf(passage, summary));
      return {
        listingId: summary.id,
        title: summary.title,
        category: summary.category ?? undefined,
        passages: own,
        grants: grants.get(summary.id),
      };
    });
  };
  const findListings = async (limit: number) => {
    const found = options.search.index.search({ need: understanding.need, limit, nearMisses: 12 });
    const grants = new Map(found.hits.map((hit) => [hit.id, hit.wishes]));
    return {
      listings: await gatherListings(
        found.hits.map((hit) => hit.id),
        grants,
      ),
      nearMissCount: found.nearMisses.length,
    };
  };
  const findGuides = async (): Promise<EvidencePassage[]> => {
    const categories = categoriesOf(understanding);
    const inOrder: { language?: Language; categories?: string[] }[] = [
      { language: locale, categories },
      { categories },
      { language: locale },
      {},
    ];
    for (const filter of categories.length > 0 ? inOrder : inOrder.slice(2)) {
      const passages = await gatherGuides(ctx.db, filter);
      if (passages.length === 0) continue;
      for (const passage of passages) pages.set(passage.id, guidePage(passage));
      return passages;
    }
    return [];
  };

  if (options.listingId !== undefined && !['small-talk', 'order'].includes(understanding.intent)) {
    const [listing] = await gatherListings([options.listingId]);
    if (listing) return read({ kind: 'listing-question', understanding, listing }, listing.passages);
  }
  switch (understanding.intent) {
    case 'category-research': {
      const [{ listings }, guides] = await Promise.all([findListings(surveyed), findGuides()]);
      const reviews = reviewsOf(listings);
      const category = categoriesOf(understanding)[0];
      const input: AnswerInput = {
        kind: 'category-research',
        understanding,
        category,
        guides,
        reviews,
        listings,
        catalogue: summariseCatalogue(listings, decisiveAttributes(listings)),
      };
      return read(input, [...guides, ...reviews]);
    }
    case 'type-comparison': {
      const [{ listings }, guides] = await Promise.all([findListings(surveyed), findGuides()]);
      const reviews = reviewsOf(listings);
      return read({ kind: 'type-comparison', understanding, guides, reviews, listings }, [...guides, ...reviews]);
    }
    case 'gift': {
      const [{ listings, nearMissCount }, guides] = await Promise.all([findListings(weighed), findGuides()]);
      return read({ kind: 'gift', understanding, guides, listings, nearMissCount }, [
        ...guides,
        ...listings.flatMap((listing) => listing.passages),
      ]);
    }
    case 'listing-comparison': {
      const { listings } = await findListings(3);
      return read(
        { kind: 'listing-comparison', understanding, listings },
        listings.flatMap((listing) => listing.passages),
      );
    }
    case 'small-talk':
    case 'out-of-scope':
    case 'order':
      return read({ kind: understanding.intent, understanding }, []);
    default: {
      const [{ listings, nearMissCount }, guides] = await Promise.all([findListings(weighed), findGuides()]);
      const input: AnswerInput = { kind: 'recommendation', understanding, listings, nearMissCount, guides };
      return read(input, [...listings.flatMap((listing) => listing.passages), ...guides]);
    }
  }
}

function categoriesOf(understanding: Understanding): string[] {
  const category = understanding.need.must.find(
    (constraint) => constraint.facet === 'category' && constraint.operator === 'is',
  );
  return category?.anyOf ?? [];
}

function reviewsOf(listings: ListingEvidence[]): EvidencePassage[] {
  const byId = new Map(
    listings.flatMap((listing) =>
      listing.passages.filter((passage) => passage.source === 'review').map((passage) => [passage.id, passage]),
    ),
  );
  return [...byId.values()];
}

/** What does not tell one kind of thing from another of its category, or is shown on every card. */
const undecisive = new Set([
  'brand',
  'colour',
  'colour2',
  'condition',
  'size',
  'season',
  'occasion',
  'giftBox',
  'materialShare',
  'details',
]);
const mostSurveyedAttributes = 7;

/** The attributes that tell things of this category apart: those most of these listings state. */
function decisiveAttributes(listings: ListingEvidence[]): string[] {
  const counts = new Map<string, number>();
  for (const key of listings.flatMap((listing) =>
    listing.passages.flatMap((passage) => passage.attribute?.key ?? []),
  )) {
    if (!undecisive.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= Math.max(3, listings.length / 5));
  return common
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .slice(0, mostSurveyedAttributes)
    .map(([key]) => key);
}

function factsOf(summary: ListingSummary): ListingFacts {
  return { ...summary, seller: summary.closetName };
}

function pageOf(passage: EvidencePassage, listing: ListingSummary): SourcePage {
  const anchors: Partial<Record<EvidencePassage['source'], string>> = {
    review: `review-${passage.id}`,
    answer: `answer-${passage.id}`,
    attribute: `attribute-${passage.attribute?.key ?? ''}`,
    description: 'description',
  };
  return { path: `/listings/${encodeURIComponent(listing.id)}#${anchors[passage.source] ?? ''}`, title: listing.title };
}

function guidePage(passage: EvidencePassage): SourcePage {
  const [slug = '', paragraph = '1'] = passage.id.split('#');
  return { path: `/guides/${slug}#p-${paragraph}`, title: passage.title ?? slug };
}
