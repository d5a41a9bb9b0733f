import type { Constraint, Need } from '#engines/language';
import { analyse } from './analyse.ts';
import { addSlot, type Bitset, countSlots, emptySet, hasSlot, intersect } from './bitset.ts';
import { type FilterContext, holding, priceIn, stating } from './constraint-filter.ts';
import { countFacet, findPriceRange } from './facet-counts.ts';
import { findForChildren } from './grown-ups-first.ts';
import { findNearMisses } from './near-misses.ts';
import { grantPriceLevel } from './price-level.ts';
import { type QueryTerm, resolveTerms } from './query-terms.ts';
import { wordsOf } from './request-words.ts';
import type { NearMiss, SearchRequest, SearchResponse } from './search-types.ts';
import { selectBest, selectBestOf } from './select-best.ts';
import { type TextIndex, titleCount } from './text-index.ts';
import { type ScoreBoard, scoreText } from './text-score.ts';
import { refineTitles, titleHeadship } from './title-match.ts';
import { type GrantedWishes, grantedKeys, grantedShare, grantWishes } from './wishes.ts';

export type SearchContext = FilterContext & { text: TextIndex; board: ScoreBoard };

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
/** Without anything that must hold, a listing has to have at least this share of the best one's information. */
const ENOUGH_OF_BEST = 0.3;
/** ... and this share of all the information asked for. */
const ENOUGH_OF_ALL = 0.1;

export function searchListings(request: SearchRequest, context: SearchContext): SearchResponse {
  const { need, filters = [], limit = DEFAULT_LIMIT, offset = 0 } = request;
  const { store, board, text } = context;
  const visible = visibleListings(request, context);
  const { must: enforced, wishes: wanted } = askable(need, context);
  const terms = resolveTerms(wordsOf({ ...need, must: enforced }, request.text), text.vocabulary, text.count);
  scoreText(board, terms, text, store.capacity);

  const must = enforced.map((constraint) => {
    const set = holding(constraint, visible, context);
    if (isKind(constraint)) addNamedByTitle(set, constraint, request.text, context);
    return { constraint, set };
  });
  const needed = visible.slice();
  for (const { set } of must) intersect(needed, set);
  const wishes = grantWishes(wanted, context.facets, (isDear) => grantPriceLevel(needed, isDear, context));
  keepMatching(needed, enforced, terms, wishes, board);
  const filtered = filters.map((constraint) => ({ constraint, set: holding(constraint, visible, context) }));
  const hits = needed.slice();
  for (const { set } of filtered) intersect(hits, set);

  const forChildren = findForChildren(need, filters, context);
  const scoreOf = (slot: number): number =>
    board.score[slot]! +
    WISH_WEIGHT * grantedShare(wishes, slot) -
    (forChildren !== undefined && hasSlot(forChildren, slot) ? FOR_CHILDREN : 0);
  const firm = firmSet(visible, must, filtered);
  const total = countSlots(hits);
  const { touched, touchedCount } = board;
  const refined = new Set(selectBestOf(touched, touchedCount, hits, REFINED, scoreOf, store));
  const wantsMore = total < offset + limit && must.length > 0 ? (request.nearMisses ?? 0) : 0;
  if (wantsMore > 0) {
    for (const slot of selectBestOf(touched, touchedCount, firm, REFINED, scoreOf, store)) refined.add(slot);
  }
  refineTitles(refined, terms, board, text);
  const keyOf = sortKey(request, context, scoreOf);
  const best = selectBest(hits, offset + limit, keyOf, store);
  return {
    hits: best.slice(offset).map((slot) => ({
      id: store.document(slot).id,
      score: scoreOf(slot),
      wishes: grantedKeys(wishes, slot),
    })),
    nearMisses: wantsMore > 0 ? nearMisses(wantsMore, context, firm, must, scoreOf) : [],
    total,
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
  must: readonly Constraint[],
  terms: readonly QueryTerm[],
  wishes: GrantedWishes,
  board: ScoreBoard,
): void {
  if (must.some(isKind)) return;
  if (terms.every(({ isHeld }) => isHeld)) return;
  const matching = havingEnough(set, board.coverage, board);
  for (const bySlot of wishes.strengths) for (const slot of bySlot.keys()) addSlot(matching, slot);
  const kept = intersect(matching, set);
  if (must.length === 0 || kept.some((word) => word !== 0)) set.set(kept);
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

/**
 * What this catalogue can be asked for. One that sorts its listings into categories is taken at its word. In one that
 * does not, what hardly any listing states is looked for by its words: the few titles the lexicon happens to read
 * would hide the rest, and a wish would lift them above what was asked for.
 */
function askable(need: Need, { text, facets }: SearchContext): Pick<Need, 'must' | 'wishes'> {
  const isStated = (facet: string, share: number): boolean => facets.stating(facet) >= text.count * share;
  if (isStated('category', MOSTLY_SORTED)) return need;
  const isAskable = (facet: string): boolean => isStated(facet === 'priceLevel' ? 'price' : facet, OFTEN_STATED);
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
  const known = stating('category', context);
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
    return price === undefined ? Number.NEGATIVE_INFINITY : sign * price;
  };
}

type Held = { constraint: Constraint; set: Bitset };

function nearMisses(
  limit: number,
  context: SearchContext,
  firm: Bitset,
  must: readonly Held[],
  scoreOf: (slot: number) => number,
): NearMiss[] {
  const bendable = must.filter(({ constraint }) => bends(constraint));
  const { store } = context;
  const matching = havingEnough(firm, context.board.matched, context.board);
  const stated = new Map(bendable.map(({ constraint: { facet } }) => [facet, stating(facet, context)]));
  const search = { firm, bendable, matching, scoreOf, stating: (facet: string) => stated.get(facet)!, store };
  return findNearMisses(search, limit).map(({ slot, score, bends }) => {
    const told = bends.map(({ key, facet }) => ({ key, facet, has: statedValue(slot, facet, context) }));
    return { id: store.document(slot).id, score, bends: told };
  });
}

/** What a listing has for a facet, in words. */
function statedValue(slot: number, facet: string, { facets, store }: SearchContext): string | undefined {
  if (facet === 'brand') return store.document(slot).brand;
  const number = facets.number(facet, slot);
  if (number !== undefined) return String(number);
  const values = [...facets.values(facet)]
    .filter(([, list]) => facets.postings.has(list, slot))
    .map(([value]) => value);
  return values.length > 0 ? values.sort().join(', ') : undefined;
}

/** Listings that hold everything that never bends. */
function firmSet(visible: Bitset, must: readonly Held[], filtered: readonly Held[]): Bitset {
  const firm = visible.slice();
  for (const { set } of filtered) intersect(firm, set);
  for (const { constraint, set } of must) if (!bends(constraint)) intersect(firm, set);
  return firm;
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
