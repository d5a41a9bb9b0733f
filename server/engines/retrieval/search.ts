import type { Constraint } from '#engines/language';
import { addSlot, type Bitset, countSlots, emptySet, hasSlot, intersect } from './bitset.ts';
import { type FilterContext, holding, priceIn, stating } from './constraint-filter.ts';
import { countFacet, findPriceRange } from './facet-counts.ts';
import { readFacts } from './facts.ts';
import { findNearMisses } from './near-misses.ts';
import { grantPriceLevel } from './price-level.ts';
import { type QueryTerm, resolveTerms } from './query-terms.ts';
import { wordsOf } from './request-words.ts';
import type { NearMiss, SearchRequest, SearchResponse } from './search-types.ts';
import { selectBest } from './select-best.ts';
import type { TextIndex } from './text-index.ts';
import { type ScoreBoard, scoreText } from './text-score.ts';
import { refineTitles } from './title-match.ts';
import { type GrantedWishes, grantedKeys, grantedShare, grantWishes } from './wishes.ts';

export type SearchContext = FilterContext & { text: TextIndex; board: ScoreBoard };

const DEFAULT_LIMIT = 24;
/** How many of the best by words are read again, title by title. */
const REFINED = 300;
/** All wishes granted weigh as much as this share of a full match in words. */
const WISH_WEIGHT = 0.5;
/** Without anything that must hold, a listing has to have at least this share of the best one's information. */
const ENOUGH_OF_BEST = 0.3;
/** ... and this share of all the information asked for. */
const ENOUGH_OF_ALL = 0.1;

export function searchListings(request: SearchRequest, context: SearchContext): SearchResponse {
  const { need, filters = [], limit = DEFAULT_LIMIT, offset = 0 } = request;
  const { store, board, text } = context;
  const visible = visibleListings(request, context);
  const terms = resolveTerms(wordsOf(need, request.text), text.vocabulary, text.count);
  scoreText(board, terms, text, store.capacity);

  const must = need.must.map((constraint) => ({ constraint, set: holding(constraint, visible, context) }));
  const needed = visible.slice();
  for (const { set } of must) intersect(needed, set);
  const wishes = grantWishes(need.wishes, context.facets, (isDear) => grantPriceLevel(needed, isDear, context));
  keepMatching(needed, request, terms, wishes, board);
  const filtered = filters.map((constraint) => ({ constraint, set: holding(constraint, visible, context) }));
  const hits = needed.slice();
  for (const { set } of filtered) intersect(hits, set);

  const scoreOf = (slot: number): number => board.score[slot]! + WISH_WEIGHT * grantedShare(wishes, slot);
  refineTitles(selectBest(hits, Math.max(REFINED, offset + limit), scoreOf, store), terms, board, text);
  const keyOf = sortKey(request, context, scoreOf);
  const best = selectBest(hits, offset + limit, keyOf, store);
  return {
    hits: best.slice(offset).map((slot) => ({
      id: store.document(slot).id,
      score: scoreOf(slot),
      wishes: grantedKeys(wishes, slot),
    })),
    nearMisses: nearMisses(request, context, visible, must, filtered, scoreOf),
    total: countSlots(hits),
    ...countEverything(request, context, needed, filtered),
  };
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
  { need }: SearchRequest,
  terms: readonly QueryTerm[],
  wishes: GrantedWishes,
  board: ScoreBoard,
): void {
  if (need.must.some(({ facet, operator }) => facet === 'category' && operator === 'is')) return;
  if (terms.every(({ isHeld }) => isHeld)) return;
  const matching = havingEnough(set, board.coverage, board);
  for (const bySlot of wishes.strengths) for (const slot of bySlot.keys()) addSlot(matching, slot);
  const kept = intersect(matching, set);
  if (need.must.length === 0 || kept.some((word) => word !== 0)) set.set(kept);
}

/** The listings that have enough of the words, measured by the best of a set. */
function havingEnough(set: Bitset, coverage: Float64Array, board: ScoreBoard): Bitset {
  const matching = emptySet(set.length * 32);
  let best = 0;
  for (let at = 0; at < board.touchedCount; at++) {
    const slot = board.touched[at]!;
    if (hasSlot(set, slot)) best = Math.max(best, coverage[slot]!);
  }
  const enough = Math.max(ENOUGH_OF_ALL, ENOUGH_OF_BEST * best);
  for (let at = 0; at < board.touchedCount; at++) {
    const slot = board.touched[at]!;
    if (coverage[slot]! >= enough) addSlot(matching, slot);
  }
  return matching;
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
    return price === undefined ? Number.NEGATIVE_INFINITY : sign * price;
  };
}

type Held = { constraint: Constraint; set: Bitset };

function nearMisses(
  request: SearchRequest,
  context: SearchContext,
  visible: Bitset,
  must: readonly Held[],
  filtered: readonly Held[],
  scoreOf: (slot: number) => number,
): NearMiss[] {
  const limit = request.nearMisses ?? 0;
  if (limit <= 0 || must.length === 0) return [];
  const firm = visible.slice();
  for (const { set } of filtered) intersect(firm, set);
  for (const { constraint, set } of must) if (!bends(constraint)) intersect(firm, set);
  const bendable = must.filter(({ constraint }) => bends(constraint));
  const { store, language } = context;
  const matching = havingEnough(firm, context.board.matched, context.board);
  const search = { firm, bendable, matching, scoreOf, stating: (facet: string) => stating(facet, context), store };
  return findNearMisses(search, limit).map(({ slot, score, bends }) => {
    const document = store.document(slot);
    const facts = readFacts(document, language);
    return {
      id: document.id,
      score,
      bends: bends.map(({ key, facet }) => {
        const number = facts.numbers.get(facet);
        const values = facts.values.get(facet);
        const has = number !== undefined ? String(number) : values ? [...values].join(', ') : undefined;
        return { key, facet, has };
      }),
    };
  });
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
): Pick<SearchResponse, 'facets' | 'priceRange'> {
  if (facets.length === 0) return { facets: {} };
  const counted: SearchResponse['facets'] = {};
  const within = (facet: string): Bitset => {
    const set = needed.slice();
    for (const { constraint, set: held } of filtered) {
      if (constraint.facet !== facet || constraint.operator === 'is-not') intersect(set, held);
    }
    return set;
  };
  for (const facet of facets) if (facet !== 'price') counted[facet] = countFacet(facet, within(facet), context);
  const priceRange = findPriceRange(within('price'), context);
  return priceRange ? { facets: counted, priceRange } : { facets: counted };
}
