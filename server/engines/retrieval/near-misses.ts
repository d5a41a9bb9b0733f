import type { Constraint } from '#engines/language';
import { type Bitset, hasSlot, intersect, subtract } from './bitset.ts';
import type { ListingStore } from './listing-store.ts';
import { compareAge, inOrder, selectBest } from './select-best.ts';

/** What a listing that breaks a constraint of this facet loses: the thing itself more than its colour. */
const BEND_COST: Record<string, number> = { category: 1.2, department: 0.9, brand: 0.5, condition: 0.3 };
const OTHER_COST = 0.4;
/** A listing that does not say may well fit: it loses this part of the cost. */
const UNSTATED_COST = 0.5;

export type BentListing = { slot: number; score: number; bends: Constraint[] };

export type NearMissSearch = {
  /** Listings that hold everything that never bends. */
  firm: Bitset;
  /** What may bend, each with the listings that hold it. */
  bendable: readonly { constraint: Constraint; set: Bitset }[];
  /** Listings that have enough of the request's words. */
  matching: Bitset;
  scoreOf(slot: number): number;
  /** Listings that say anything about a facet. */
  stating(facet: string): Bitset;
  store: ListingStore;
};

/**
 * Listings that hold all but one bendable constraint, then all but two, each with which, best first. Where no
 * constraint that is left says what kind of thing it is, the listing's words must; and another kind of thing that
 * misses something else besides is no near miss.
 */
export function findNearMisses(search: NearMissSearch, limit: number): BentListing[] {
  const { bendable } = search;
  const found: BentListing[] = [];
  for (const size of [1, 2]) {
    if (found.length >= limit) break;
    const ofSize = combinations(bendable.length, size)
      .filter((broken) => size === 1 || broken.every((index) => bendable[index]!.constraint.facet !== 'category'))
      .flatMap((broken) => bestBreaking(search, broken, limit));
    found.push(...ofSize.sort((a, b) => b.score - a.score || compareAge(search.store, a.slot, b.slot)));
  }
  return found.slice(0, limit);
}

function bestBreaking(search: NearMissSearch, broken: readonly number[], limit: number): BentListing[] {
  const { bendable, store } = search;
  const candidates = search.firm.slice();
  let isKindHeld = false;
  for (const [index, { constraint, set }] of bendable.entries()) {
    if (broken.includes(index)) {
      subtract(candidates, set);
    } else {
      intersect(candidates, set);
      if (constraint.facet === 'category') isKindHeld = true;
    }
  }
  if (!isKindHeld) intersect(candidates, search.matching);
  const bends = broken.map((index) => bendable[index]!.constraint);
  const costs = bends.map(({ facet }) => ({ cost: BEND_COST[facet] ?? OTHER_COST, stating: search.stating(facet) }));
  const scoreOf = (slot: number): number => {
    let score = search.scoreOf(slot);
    for (const { cost, stating } of costs) score -= hasSlot(stating, slot) ? cost : cost * UNSTATED_COST;
    return score;
  };
  return inOrder(selectBest(candidates, limit, scoreOf, store), scoreOf, store).map((slot) => ({
    slot,
    score: scoreOf(slot),
    bends,
  }));
}

/** Every way to take `size` of `count` things, in order. */
function combinations(count: number, size: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: count }, (_, last) =>
    combinations(last, size - 1).map((before) => [...before, last]),
  ).flat();
}
