import type { AnswerInput, ListingEvidence } from '#engines/answer';
import { DECIDING_FACETS, summariseCatalogue } from '#engines/answer';
import { type EvidencePassage, policyTopicsOf } from '#engines/evidence';
import type { Constraint, Language, Understanding } from '#engines/language';
import type { SearchRequest, SearchResponse } from '#engines/retrieval';
import { findMatches } from './find-matches.ts';
import { findNamedListings } from './find-named.ts';
import type { FollowUp } from './follow-up.ts';
import type { SourcePage } from './tables.ts';

/** Where evidence is read from: the search index and what is written about listings. */
export type EvidenceSources = {
  understand(text: string): Understanding;
  findListings(request: SearchRequest): SearchResponse;
  /** Everything said about these listings, in the order of `ids`; those that are gone are left out. */
  readListings(ids: string[]): Promise<ListingEvidence[]>;
  /** Passages of guides and documents in a language (or any) that speak of one of the categories (or of anything). */
  findGuides(filter: { language?: Language; categories?: string[]; question?: string }): Promise<EvidencePassage[]>;
};

export type GatherOptions = {
  understanding: Understanding;
  locale: Language;
  listingId?: string;
  /** What of the listings in sight the words point at, and what was said before them; see `readFollowUp`. */
  followUp?: Pick<FollowUp, 'about' | 'isRefinement'>;
  /** Facets that were asked about in this conversation. */
  clarified?: readonly string[];
};

export type Gathered = {
  input: AnswerInput;
  /** Where each passage can be read. */
  pages: (passageId: string) => SourcePage | undefined;
  sourcesRead: number;
};

/** Listings that are weighed for an answer; more are read for what a category offers. */
const weighed = 8;
const surveyed = 40;

/**
 * Collects what an answer of this kind needs: live listings through the search index (hard constraints are filters
 * there) and evidence about them, guides of the category in any language.
 */
export async function gather(sources: EvidenceSources, options: GatherOptions): Promise<Gathered> {
  const input = await gatherInput(sources, options);
  const listings = listingsIn(input);
  const guides = 'guides' in input ? (input.guides ?? []) : [];
  const pages = new Map(guides.map((passage) => [passage.id, guidePage(passage)]));
  for (const listing of listings)
    for (const passage of listing.passages) pages.set(passage.id, pageOf(passage, listing));
  const read = new Set([...guides, ...listings.flatMap((listing) => listing.passages)].map((passage) => passage.id));
  return { input, pages: (id) => pages.get(id), sourcesRead: read.size };
}

/**
 * What is really asked, seen from what can be looked up: the shop's rules are orders' business, and a question about no
 * piece in particular is one for the guides.
 */
function planned(understanding: Understanding, listingId: string | undefined): Understanding {
  const { intent, question } = understanding;
  if (listingId !== undefined || intent === 'small-talk') return understanding;
  if (question && asksAfterSale(understanding)) return { ...understanding, intent: 'order' };
  if (intent === 'gift' && !isGiving(understanding)) return { ...understanding, intent: 'recommendation' };
  const isForGuides = intent === 'listing-question' || (intent === 'keyword-search' && asksForKnowledge(understanding));
  return isForGuides ? { ...understanding, intent: 'category-research' } : understanding;
}

/** A thing for somebody is a gift where it is given: a jacket for one's child is a jacket. */
function isGiving({ need }: Understanding): boolean {
  const isNamed = need.must.some(({ facet, operator }) => facet === 'category' && operator === 'is');
  return !isNamed || need.wishes.some(({ facet, value }) => facet === 'occasion' && value === 'gift');
}

/** "What do the numbers mean": a question that names no kind of thing to look for. */
function asksForKnowledge({ question, need }: Understanding): boolean {
  const isOpen = question !== undefined && ['what', 'how', 'why'].includes(question.kind);
  return isOpen && !need.must.some(({ facet }) => facet === 'category');
}

/** What concerns a purchase that was made. */
const afterSale = ['cancelling', 'returns', 'claims', 'refund'];

/** Words that name a thing ("noise cancelling") are no words about a purchase. */
function asksAfterSale({ text, concepts }: Understanding): boolean {
  let rest = text;
  for (const { id, span } of concepts)
    if (!id.startsWith('aspect:'))
      rest = rest.slice(0, span.start) + '.'.repeat(span.end - span.start) + rest.slice(span.end);
  const topics = policyTopicsOf(rest);
  return afterSale.some((topic) => topics.has(topic));
}

async function gatherInput(
  sources: EvidenceSources,
  { understanding: understood, locale, listingId: onPage, followUp, clarified = [] }: GatherOptions,
): Promise<AnswerInput> {
  const about = followUp?.about ?? { kind: 'anything' };
  if (about.kind === 'not-in-sight') return { ...about, understanding: understood };
  if (about.kind === 'listings') {
    const listings = await sources.readListings(about.listingIds);
    return { kind: 'listing-comparison', understanding: understood, listings };
  }
  if (about.kind === 'listing' && about.isOverview) {
    const [listing] = await sources.readListings([about.listingId]);
    if (listing) return { kind: 'listing-overview', understanding: understood, listing };
  }
  if (about.kind === 'listing') understood = { ...understood, text: about.question };
  const listingId = about.kind === 'listing' ? about.listingId : about.kind === 'like' ? undefined : onPage;
  const understanding = planned(understood, listingId);
  const categories = categoriesOf(understanding);
  const question = understanding.text;
  const findListings = async (limit: number, filters: Constraint[] = []) => {
    const { need } = understanding;
    const find = (request: SearchRequest) =>
      sources.findListings({ ...request, filters: [...(request.filters ?? []), ...filters], facets: DECIDING_FACETS });
    const without = about.kind === 'like' ? about.listing.id : undefined;
    const found = findMatches(find, need, searchedWords(understanding, followUp), limit + (without ? 1 : 0));
    const hits = found.hits.filter(({ id }) => id !== without).slice(0, limit);
    const grants = new Map(hits.map((hit) => [hit.id, hit.wishes]));
    const read = await sources.readListings(hits.map((hit) => hit.id));
    return {
      listings: read.map((listing) => ({ ...listing, grants: grants.get(listing.listingId) })),
      nearMissCount: found.nearMisses.length,
      candidates: found.total,
      splits: Object.entries(found.facets)
        .filter(([facet]) => !clarified.includes(facet))
        .map(([facet, values]) => ({ facet, values })),
    };
  };
  const findGuides = async (): Promise<EvidencePassage[]> => {
    const ofCategory = categories.length > 0 ? await sources.findGuides({ categories, question }) : [];
    return ofCategory.length > 0 ? ofCategory : sources.findGuides({ question });
  };

  if (listingId !== undefined && !['small-talk', 'order'].includes(understanding.intent)) {
    const [listing] = await sources.readListings([listingId]);
    if (listing) {
      const guides = await sources.findGuides({ categories: [listing.category ?? [], 'all'].flat(), question });
      return { kind: 'listing-question', understanding, listing, guides };
    }
  }
  if (understanding.question && mayCompare.has(understanding.intent)) {
    const listings = await findNamedListings(sources, understanding.text);
    if (listings.length >= 2) {
      return {
        kind: 'listing-comparison',
        understanding: { ...understanding, intent: 'listing-comparison' },
        listings,
      };
    }
  }
  switch (understanding.intent) {
    case 'category-research': {
      const [{ listings }, guides] = await Promise.all([findListings(surveyed), findGuides()]);
      return {
        kind: 'category-research',
        understanding,
        category: categories[0],
        guides,
        reviews: reviewsOf(listings),
        listings,
        catalogue: summariseCatalogue(listings, decisiveAttributes(listings)),
      };
    }
    case 'type-comparison': {
      // One side alone is a question about it.
      if ((understanding.question?.compared ?? []).length < 2)
        return gatherInput(sources, { understanding: { ...understanding, intent: 'category-research' }, locale });
      const [{ listings }, guides] = await Promise.all([findListings(surveyed), findGuides()]);
      return { kind: 'type-comparison', understanding, guides, reviews: reviewsOf(listings), listings };
    }
    case 'gift': {
      const [{ listings, nearMissCount }, guides] = await Promise.all([
        findListings(categories.length > 0 ? weighed : surveyed, categories.length > 0 ? [] : [toGive]),
        findGuides(),
      ]);
      const chosen = categories.length > 0 ? listings : ofManyKinds(listings).slice(0, weighed);
      return { kind: 'gift', understanding, guides, listings: chosen, nearMissCount };
    }
    case 'listing-comparison': {
      const { listings } = await findListings(3);
      return { kind: 'listing-comparison', understanding, listings };
    }
    case 'order':
      return { kind: 'order', understanding, guides: await sources.findGuides({ categories: ['all'], question }) };
    case 'small-talk':
    case 'out-of-scope':
      return { kind: understanding.intent, understanding };
    default: {
      const [found, guides] = await Promise.all([findListings(weighed), findGuides()]);
      return { kind: 'recommendation', understanding, ...found, guides };
    }
  }
}

/** What is looked for in words: what was said of a thing like the one meant, all that was wanted so far, or what was typed. */
function searchedWords({ text }: Understanding, followUp: GatherOptions['followUp']): string | undefined {
  if (followUp?.about.kind === 'like') return followUp.about.listing.title;
  return followUp?.isRefinement ? undefined : text;
}

/** Intents in which two pieces by name may be what is held against each other. */
const mayCompare = new Set(['listing-comparison', 'type-comparison', 'listing-question', 'recommendation']);

function listingsIn(input: AnswerInput): ListingEvidence[] {
  if ('listing' in input) return [input.listing];
  return 'listings' in input ? (input.listings ?? []) : [];
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

/** Where no kind of thing is named: what its seller suggests as a present. */
const toGive: Constraint = {
  key: 'occasion:is:gift',
  facet: 'occasion',
  operator: 'is',
  anyOf: ['gift'],
  bendable: true,
};

/** Presents of several kinds, the best first: no kind more than twice. */
function ofManyKinds(listings: ListingEvidence[]): ListingEvidence[] {
  const counts = new Map<string, number>();
  return listings.filter(({ category = '' }) => {
    const count = (counts.get(category) ?? 0) + 1;
    counts.set(category, count);
    return count <= 2;
  });
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
  'shipsWithinDays',
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

function pageOf(passage: EvidencePassage, listing: ListingEvidence): SourcePage {
  const anchors: Partial<Record<EvidencePassage['source'], string>> = {
    review: `review-${passage.id}`,
    answer: `answer-${passage.id}`,
    attribute: `attribute-${passage.attribute?.key ?? ''}`,
    description: passage.isTitle ? 'title' : 'description',
  };
  const path = `/listings/${encodeURIComponent(listing.listingId)}#${anchors[passage.source] ?? ''}`;
  return { path, title: listing.title };
}

function guidePage(passage: EvidencePassage): SourcePage {
  const [slug = '', paragraph = '1'] = passage.id.split('#');
  return { path: `/guides/${slug}#p-${paragraph}`, title: passage.title ?? slug, originalUrl: passage.originalUrl };
}
