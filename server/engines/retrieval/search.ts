import type { Constraint } from '#engines/language';
import type { WordNeighbours } from '#engines/vectors';
import { askable } from './askable.ts';
import { type Bitset, intersect, subtract, unite } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import { countResults } from './count-results.ts';
import { valuesOfFacet } from './facet-values.ts';
import { findForChildren } from './grown-ups-first.ts';
import { createHoldings, type Holdings } from './holdings.ts';
import type { KindFamilies } from './kind-families.ts';
import { withNamedByTitle } from './named-by-title.ts';
import { type Breaking, breakings, findNearMisses } from './near-misses.ts';
import { priceLevelIn } from './price-level.ts';
import { type QueryTerm, resolveTerms } from './query-terms.ts';
import { findRelated } from './related.ts';
import { wordsOf } from './request-words.ts';
import type { NearMiss, SearchRequest, SearchResponse } from './search-types.ts';
import { inOrder, selectBest, selectBestOf } from './select-best.ts';
import type { SlotColumns } from './slot-columns.ts';
import { createSlotRoom, type SlotSet, slotSetOf } from './slot-set.ts';
import { type Key, relevanceOf, sortKey } from './sort-key.ts';
import { type ScoreBoard, scoreText } from './text-score.ts';
import { refineTitles } from './title-match.ts';
import { type GrantedWishes, type Grants, grantedKeys, grantingAny, grantWishes, readGrants } from './wishes.ts';
import { type CoverageBoard, havingEnoughWords } from './word-coverage.ts';

export type SearchContext = FilterContext & {
  board: ScoreBoard;
  coverage: CoverageBoard;
  columns: SlotColumns;
  families: KindFamilies;
  /** Words of nearly the same meaning; without them only the typed words count. */
  neighbours: WordNeighbours | undefined;
};

const DEFAULT_LIMIT = 24;
/** How many of the best by words are read again, title by title. */
const REFINED = 300;
export function searchListings(request: SearchRequest, context: SearchContext): SearchResponse {
  const { need, filters = [], limit = DEFAULT_LIMIT, offset = 0 } = request;
  const { store, board, text } = context;
  const visible = visibleListings(request, context);
  const { must, wishes: wanted } = askable(need, context);
  const terms = resolveTerms(wordsOf({ ...need, must }, request.text), text.vocabulary, store.size);
  const holdings = createHoldings(context, (constraint, set) =>
    isKind(constraint) && must.includes(constraint) ? withNamedByTitle(set, constraint, request.text, context) : set,
  );

  const holdingAll = holdings.all(must, visible);
  const grants = readGrants(wanted, context.facets, (isDear) => priceLevelIn(holdingAll, isDear, context));
  const needed = matching(holdingAll, must, terms, grants, context);
  const hits = filters.length === 0 ? needed : holdings.all(filters, needed);
  const found = slotSetOf(hits, room);
  const total = found.size;
  const depth = offset + limit;
  const wantsMore = total < depth ? (request.nearMisses ?? 0) : 0;
  const bent = wantsMore > 0 ? waysToBend(visible, must, filters, holdings, context) : [];
  const candidates = bent.reduce<Bitset>((all, { set }) => unite(all, set), hits.slice());
  scoreText(board, terms, text, store, candidates);
  const wishes = grantWishes(grants, candidates, context);

  const relevance = relevanceOf(board, wishes, findForChildren(need, filters, context));
  const key = sortKey(request, relevance, context);
  const best =
    key === relevance
      ? bestFitting(found, Math.max(depth, REFINED), relevance, wishes, context)
      : selectBest(found.slots(), depth, key, store);
  const refined = new Set(key === relevance ? selectBestOf(best, best.length, hits, REFINED, relevance, store) : []);
  if (bent.length > 0) {
    const { touched, touchedCount } = board;
    for (const slot of selectBestOf(touched, touchedCount, candidates, REFINED, relevance, store)) refined.add(slot);
  }
  refineTitles(refined, terms, board, text);
  const page = inOrder(best, key, store)
    .slice(offset, depth)
    .map((slot) => ({ id: store.id(slot), score: relevance.of(slot), wishes: grantedKeys(wishes, slot) }));
  const counted = countResults(request, needed, found, holdings, context);
  const near = nearMisses(wantsMore, context, bent, relevance);
  if (request.withRelated && near.length < wantsMore && needed !== holdingAll) {
    const others = subtract(holdings.all(filters, holdingAll), hits);
    near.push(...findRelated(terms, others, wantsMore - near.length, context));
  }
  return { hits: page, nearMisses: near, total, ...counted };
}

/** Reused between searches. */
const room = createSlotRoom();

/** The best by words and wishes. Where enough have any of the words, those that have none need not be looked at. */
function bestFitting(
  hits: SlotSet,
  limit: number,
  relevance: Key,
  wishes: GrantedWishes,
  context: SearchContext,
): number[] {
  const { board, store } = context;
  if (wishes.keys.length === 0) {
    const worded = selectBestOf(board.touched, board.touchedCount, hits.set, limit, relevance, store);
    if (worded.length === limit && worded.every((slot) => relevance.of(slot) > 0)) return worded;
  }
  return selectBest(hits.slots(), limit, relevance, store);
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
 * number must not find everything of its brand) or grant a wish. Words that no fitting listing has are let go. The set
 * itself where nothing is left out.
 */
function matching(
  set: Bitset,
  must: readonly Constraint[],
  terms: readonly QueryTerm[],
  grants: readonly Grants[],
  context: SearchContext,
): Bitset {
  if (must.some(isKind) || terms.every(({ isHeld }) => isHeld)) return set;
  const granting = grantingAny(grants, context.facets.postings, context.store.capacity);
  const kept = intersect(unite(havingEnoughWords(set, terms, context), granting), set);
  return must.length === 0 || kept.some((word) => word !== 0) ? kept : set;
}

/** A constraint that says what kind of thing is wanted. */
function isKind({ facet, operator }: Constraint): boolean {
  return facet === 'category' && operator === 'is';
}

function nearMisses(limit: number, context: SearchContext, bent: readonly Breaking[], relevance: Key): NearMiss[] {
  const { store, board } = context;
  return findNearMisses({ bent, board, relevance, having: context.facets.having, store }, limit).map(
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
  const values = valuesOfFacet(slot, facet, facets);
  return values.length > 0 ? values.join(', ') : undefined;
}

/** The ways to break what bends, among the listings that hold everything that never does. */
function waysToBend(
  visible: Bitset,
  must: readonly Constraint[],
  filters: readonly Constraint[],
  holdings: Holdings,
  { families }: SearchContext,
): Breaking[] {
  const firm = holdings.all([...filters, ...must.filter((constraint) => !bends(constraint))], visible);
  const bendable = must.filter(bends).map((constraint) => ({ constraint, set: holdings.of(constraint) }));
  return breakings(firm, bendable, families);
}

/** Price, size, stock and exclusions never bend, whatever the request says. */
function bends({ bendable, facet, operator }: Constraint): boolean {
  return bendable && operator !== 'is-not' && facet !== 'price' && facet !== 'size';
}
