import type { Constraint, Need } from '#engines/language';
import type { WordNeighbours } from '#engines/vectors';
import { analyse } from './analyse.ts';
import { addSlot, type Bitset, countSlots, hasSlot, intersect, removeSlot, subtract, unite } from './bitset.ts';
import { type FilterContext, holding, priceIn } from './constraint-filter.ts';
import { countFacets, findPriceRange } from './facet-counts.ts';
import { valuesOf } from './facet-values.ts';
import { findForChildren } from './grown-ups-first.ts';
import { type Breaking, breakings, findNearMisses } from './near-misses.ts';
import { priceLevelIn } from './price-level.ts';
import { type QueryTerm, resolveTerms } from './query-terms.ts';
import { findRelated } from './related.ts';
import { wordsOf } from './request-words.ts';
import type { NearMiss, SearchRequest, SearchResponse } from './search-types.ts';
import { inOrder, selectBest, selectBestOf } from './select-best.ts';
import type { SlotColumns } from './slot-columns.ts';
import { titleCount } from './text-index.ts';
import { type ScoreBoard, scoreText } from './text-score.ts';
import { refineTitles, titleHeadship } from './title-match.ts';
import { type Grants, grantedKeys, grantedShare, grantingAny, grantWishes, readGrants } from './wishes.ts';
import { type CoverageBoard, havingEnoughWords } from './word-coverage.ts';

export type SearchContext = FilterContext & {
  board: ScoreBoard;
  coverage: CoverageBoard;
  columns: SlotColumns;
  /** Words of nearly the same meaning; without them only the typed words count. */
  neighbours: WordNeighbours | undefined;
};

const DEFAULT_LIMIT = 24;
/** From this headship on a title says what the thing is. */
const NAMED_BY_TITLE = 0.5;
/** The share of listings that must state a category for a catalogue to be sorted. */
const MOSTLY_SORTED = 0.5;
/** The share that must state a facet for it to be asked for where the catalogue is not sorted. */
const OFTEN_STATED = 0.1;
/** How many of the best by words are read again, title by title. */
const REFINED = 300;
/** All wishes granted weigh as much as this share of a full match in words. */
const WISH_WEIGHT = 0.5;
/** Listings for children stand behind all for adults where no child is spoken of: more than words and wishes weigh. */
const FOR_CHILDREN = 4;

export function searchListings(request: SearchRequest, context: SearchContext): SearchResponse {
  const { need, filters = [], limit = DEFAULT_LIMIT, offset = 0 } = request;
  const { store, board, text } = context;
  const visible = visibleListings(request, context);
  const { must: enforced, wishes: wanted } = askable(need, context);
  const terms = resolveTerms(wordsOf({ ...need, must: enforced }, request.text), text.vocabulary, store.size);

  const { held: must, rest: needed } = holdAll(enforced, visible, context, (constraint, set) => {
    if (isKind(constraint)) addNamedByTitle(set, constraint, request.text, context);
  });
  const holdingAll = needed.slice();
  const grants = readGrants(wanted, context.facets, (isDear) => priceLevelIn(holdingAll, isDear, context));
  keepMatching(needed, enforced, terms, grants, context);
  const { held: filtered, rest: hits } = holdAll(filters, needed, context);
  const total = countSlots(hits);
  const wantsMore = total < offset + limit ? (request.nearMisses ?? 0) : 0;
  const bent = wantsMore > 0 ? breakings(firmSet(visible, enforced, filters, context), must.filter(isBendable)) : [];
  const candidates = bent.reduce<Bitset>((all, { set }) => unite(all, set), hits.slice());
  scoreText(board, terms, text, store, candidates);
  const wishes = grantWishes(grants, candidates, context);

  const forChildren = findForChildren(need, filters, context);
  const scoreOf = (slot: number): number =>
    board.score[slot]! +
    WISH_WEIGHT * grantedShare(wishes, slot) -
    (forChildren !== undefined && hasSlot(forChildren, slot) ? FOR_CHILDREN : 0);
  const keyOf = sortKey(request, context, scoreOf);
  const depth = offset + limit;
  const best = selectBest(hits, keyOf === scoreOf ? Math.max(depth, REFINED) : depth, keyOf, store);
  const refined = new Set(keyOf === scoreOf ? selectBestOf(best, best.length, hits, REFINED, scoreOf, store) : []);
  if (bent.length > 0) {
    const { touched, touchedCount } = board;
    for (const slot of selectBestOf(touched, touchedCount, candidates, REFINED, scoreOf, store)) refined.add(slot);
  }
  refineTitles(refined, terms, board, text);
  const found = inOrder(best, keyOf, store)
    .slice(offset, depth)
    .map((slot) => ({ id: store.id(slot), score: scoreOf(slot), wishes: grantedKeys(wishes, slot) }));
  const counted = countEverything(request, context, needed, filtered, hits);
  const near = nearMisses(wantsMore, context, bent, scoreOf);
  if (request.withRelated && near.length < wantsMore) {
    const others = subtract(holdAll(filters, holdingAll, context).rest, hits);
    for (const { id } of near) removeSlot(others, store.slotOf(id)!);
    near.push(...findRelated(terms, others, wantsMore - near.length, context));
  }
  return { hits: found, nearMisses: near, total, ...counted };
}

function visibleListings({ withoutClosets }: SearchRequest, { store, facets }: SearchContext): Bitset {
  const visible = store.available();
  for (const closet of withoutClosets ?? []) {
    const list = facets.list('closetId', closet);
    if (list === undefined) continue;
    const page = facets.postings.page(list);
    const start = facets.postings.offset(list);
    for (let at = start; at < start + facets.postings.length(list); at++) {
      visible[page[at]! >>> 5]! &= ~(1 << (page[at]! & 31));
    }
  }
  return visible;
}

/**
 * Where no constraint says what kind of thing is wanted, the words must: a listing has to have enough of them (a model
 * number must not find everything of its brand) or grant a wish. Words that no fitting listing has are let go.
 */
function keepMatching(
  set: Bitset,
  must: readonly Constraint[],
  terms: readonly QueryTerm[],
  grants: readonly Grants[],
  context: SearchContext,
): void {
  if (must.some(isKind)) return;
  if (terms.every(({ isHeld }) => isHeld)) return;
  const granting = grantingAny(grants, context.facets.postings, context.store.capacity);
  const matching = unite(havingEnoughWords(set, terms, context), granting);
  const kept = intersect(matching, set);
  if (must.length === 0 || kept.some((word) => word !== 0)) set.set(kept);
}

/**
 * What this catalogue can be asked for. One that sorts its listings into categories is taken at its word. In one that
 * does not, what hardly any listing states is looked for by its words: the few titles the lexicon happens to read
 * would hide the rest, and a wish would lift them above what was asked for.
 */
function askable(need: Need, { store, facets }: SearchContext): Pick<Need, 'must' | 'wishes'> {
  if (facets.stating('category') >= store.size * MOSTLY_SORTED) return need;
  const isAskable = (facet: string): boolean => {
    const isPrice = facet === 'price' || facet === 'priceLevel';
    return (isPrice ? store.priced : facets.stating(facet)) >= store.size * OFTEN_STATED;
  };
  return {
    must: need.must.filter(({ facet, operator }) => operator === 'is-not' || isAskable(facet)),
    wishes: need.wishes.filter(({ facet }) => isAskable(facet)),
  };
}

/** A constraint that says what kind of thing is wanted. */
function isKind({ facet, operator }: Constraint): boolean {
  return facet === 'category' && operator === 'is';
}

/**
 * A listing whose kind is not known is of the wanted kind where its title has the wanted words as its head: a catalogue
 * without categories still says "laptop" of its laptops.
 */
function addNamedByTitle(set: Bitset, { span }: Constraint, typed: string | undefined, context: SearchContext): void {
  if (!span || typed === undefined) return;
  const { text, store } = context;
  const { postings } = text.vocabulary;
  const lists = analyse(typed.slice(span.start, span.end)).map((term) => text.vocabulary.find(term.text));
  const last = lists.at(-1);
  if (last === undefined || !lists.every((list) => list !== undefined)) return;
  const known = context.facets.having('category');
  const available = store.available();
  const page = postings.page(last);
  const start = postings.offset(last);
  for (let at = start; at < start + postings.length(last) * postings.width; at += postings.width) {
    const slot = page[at]!;
    if (hasSlot(known, slot) || !hasSlot(available, slot) || titleCount(page[at + 1]!) === 0) continue;
    const hasAll = lists.every((list) => titleCount(postings.payload(list, slot)) > 0);
    if (hasAll && titleHeadship(slot, lists, text) >= NAMED_BY_TITLE) addSlot(set, slot);
  }
}

/** Higher comes first. */
function sortKey(
  { sort = 'best' }: SearchRequest,
  context: SearchContext,
  scoreOf: (slot: number) => number,
): (slot: number) => number {
  if (sort === 'best') return scoreOf;
  if (sort === 'newest') return (slot) => context.store.listedAt(slot);
  const sign = sort === 'price-ascending' ? -1 : 1;
  return (slot) => {
    const price = priceIn(slot, 'EUR', context);
    return Number.isNaN(price) ? Number.NEGATIVE_INFINITY : sign * price;
  };
}

type Held = { constraint: Constraint; set: Bitset };

/**
 * The listings that hold each constraint, and those of `within` that hold all. Prices are read last and only of what
 * holds the rest: there is no list to look them up in.
 */
function holdAll(
  constraints: readonly Constraint[],
  within: Bitset,
  context: SearchContext,
  widen: (constraint: Constraint, set: Bitset) => void = () => {},
): { held: Held[]; rest: Bitset } {
  const rest = within.slice();
  const isPrice = ({ facet }: Constraint): boolean => facet === 'price';
  const ordered = [...constraints.filter((one) => !isPrice(one)), ...constraints.filter(isPrice)];
  const held = ordered.map((constraint) => {
    const set = holding(constraint, isPrice(constraint) ? rest : within, context);
    widen(constraint, set);
    intersect(rest, set);
    return { constraint, set };
  });
  return { held, rest };
}

function nearMisses(
  limit: number,
  context: SearchContext,
  bent: readonly Breaking[],
  scoreOf: (slot: number) => number,
): NearMiss[] {
  const { store, board } = context;
  return findNearMisses({ bent, board, scoreOf, having: context.facets.having, store }, limit).map(
    ({ slot, score, bends }) => {
      const told = bends.map(({ key, facet }) => ({ key, facet, has: statedValue(slot, facet, context) }));
      return { id: store.id(slot), score, bends: told };
    },
  );
}

/** What a listing has for a facet, in words. */
function statedValue(slot: number, facet: string, { facets }: SearchContext): string | undefined {
  const number = facets.numbers.get(facet, slot);
  if (number !== undefined) return String(number);
  const values = valuesOf(slot, facets).flatMap((own) => (own.facet === facet ? [own.value] : []));
  return values.length > 0 ? values.join(', ') : undefined;
}

/** Listings that hold everything that never bends. */
function firmSet(
  visible: Bitset,
  must: readonly Constraint[],
  filters: readonly Constraint[],
  context: SearchContext,
): Bitset {
  return holdAll([...filters, ...must.filter((constraint) => !bends(constraint))], visible, context).rest;
}

function isBendable({ constraint }: Held): boolean {
  return bends(constraint);
}

/** Price, size, stock and exclusions never bend, whatever the request says. */
function bends({ bendable, facet, operator }: Constraint): boolean {
  return bendable && operator !== 'is-not' && facet !== 'price' && facet !== 'size';
}

function countEverything(
  { facets = [] }: SearchRequest,
  context: SearchContext,
  needed: Bitset,
  filtered: readonly Held[],
  hits: Bitset,
): Pick<SearchResponse, 'facets' | 'priceRange'> {
  if (facets.length === 0) return { facets: {} };
  const isChosen = (facet: string): boolean =>
    filtered.some(({ constraint }) => constraint.facet === facet && constraint.operator !== 'is-not');
  /** A facet is counted as if its own filter were not set. */
  const within = (facet: string): Bitset => {
    if (!isChosen(facet)) return hits;
    const others = filtered.filter(({ constraint }) => constraint.facet !== facet || constraint.operator === 'is-not');
    return holdAll(
      others.map(({ constraint }) => constraint),
      needed,
      context,
    ).rest;
  };
  const wanted = facets.filter((facet) => facet !== 'price');
  const free = wanted.filter((facet) => !isChosen(facet));
  const counted = { ...countFacets(free, hits, context) };
  for (const facet of wanted) if (isChosen(facet)) Object.assign(counted, countFacets([facet], within(facet), context));
  const priceRange = findPriceRange(within('price'), context);
  return priceRange ? { facets: counted, priceRange } : { facets: counted };
}
