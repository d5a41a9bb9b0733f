import type { Constraint } from '#engines/language';
import { type Bitset, hasSlot, intersect, subtract } from './bitset.ts';
import type { KindFamilies } from './kind-families.ts';
import type { ListingStore } from './listing-store.ts';
import { compareAge, inOrder, selectBest, selectBestOf } from './select-best.ts';
import { createSlotRoom, slotSetOf } from './slot-set.ts';
import type { Key } from './sort-key.ts';
import type { ScoreBoard } from './text-score.ts';
import { enoughOf } from './word-coverage.ts';

/** What a listing that breaks a constraint of this facet loses: the thing itself more than its colour. */
const BEND_COST: Record<string, number> = { category: 1.2, department: 0.9, brand: 0.5, condition: 0.3 };
const OTHER_COST = 0.4;
/** A listing that does not say may well fit: it loses this part of the cost. */
const UNSTATED_COST = 0.5;

export type BentListing = { slot: number; score: number; bends: Constraint[] };

/** Listings that hold all that is asked for but for these constraints, which they break. */
export type Breaking = { bends: Constraint[]; set: Bitset; isKindHeld: boolean };

/** A constraint that may be broken and the listings that hold it. */
export type Bendable = { constraint: Constraint; set: Bitset };

/**
 * Every way to break one bendable constraint or two, with the listings that do. Another kind of thing that misses
 * something else besides is no near miss, nor is one that could not stand in for what was asked for.
 *
 * @param firm listings that hold everything that never bends
 */
export function breakings(firm: Bitset, bendable: readonly Bendable[], { keepFamilyOf }: KindFamilies): Breaking[] {
  return [1, 2]
    .flatMap((size) => combinations(bendable.length, size))
    .filter((broken) => broken.length === 1 || broken.every((at) => bendable[at]!.constraint.facet !== 'category'))
    .map((broken) => {
      const set = firm.slice();
      for (const [at, held] of bendable.entries()) (broken.includes(at) ? subtract : intersect)(set, held.set);
      for (const at of broken) {
        const { facet, anyOf } = bendable[at]!.constraint;
        if (facet === 'category') keepFamilyOf(anyOf, set);
      }
      const isKindHeld = bendable.some(({ constraint }, at) => constraint.facet === 'category' && !broken.includes(at));
      return { bends: broken.map((at) => bendable[at]!.constraint), set, isKindHeld };
    });
}

export type NearMissSearch = {
  bent: readonly Breaking[];
  /** What the words say of all these listings. */
  board: ScoreBoard;
  relevance: Key;
  /** Listings that say anything about a facet. */
  having(facet: string): Bitset;
  store: ListingStore;
};

/**
 * The best listings that hold all but one bendable constraint, then all but two, each with which. Where no constraint
 * that is left says what kind of thing it is, the listing's words must.
 */
export function findNearMisses(search: NearMissSearch, limit: number): BentListing[] {
  const found: BentListing[] = [];
  if (search.bent.length === 0) return found;
  const worded = havingEnough(search.board);
  for (const size of [1, 2]) {
    if (found.length >= limit) break;
    const ofSize = search.bent
      .filter(({ bends }) => bends.length === size)
      .flatMap((breaking) => bestBreaking(search, breaking, worded, limit));
    found.push(...ofSize.sort((a, b) => b.score - a.score || compareAge(search.store, a.slot, b.slot)));
  }
  return found.slice(0, limit);
}

/** The listings that have enough of the request's words, measured by the best of them. */
function havingEnough({ matched, touched, touchedCount }: ScoreBoard): number[] {
  let best = 0;
  for (let at = 0; at < touchedCount; at++) best = Math.max(best, matched[touched[at]!]!);
  const enough = enoughOf(best);
  const worded: number[] = [];
  for (let at = 0; at < touchedCount; at++) if (matched[touched[at]!]! >= enough) worded.push(touched[at]!);
  return worded;
}

/** Reused between searches. */
const room = createSlotRoom();

function bestBreaking(
  { having, store, ...search }: NearMissSearch,
  { bends, set, isKindHeld }: Breaking,
  worded: readonly number[],
  limit: number,
): BentListing[] {
  const costs = bends.map(({ facet }) => ({ cost: BEND_COST[facet] ?? OTHER_COST, stating: having(facet) }));
  const key: Key = {
    of(slot) {
      let score = search.relevance.of(slot);
      for (const { cost, stating } of costs) score -= hasSlot(stating, slot) ? cost : cost * UNSTATED_COST;
      return score;
    },
    fill(slots, count, keys) {
      search.relevance.fill(slots, count, keys);
      for (const { cost, stating } of costs) {
        for (let at = 0; at < count; at++) keys[at]! -= hasSlot(stating, slots[at]!) ? cost : cost * UNSTATED_COST;
      }
    },
  };
  const best = isKindHeld
    ? selectBest(slotSetOf(set, room).slots(), limit, key, store)
    : selectBestOf(worded, worded.length, set, limit, key, store);
  return inOrder(best, key, store).map((slot) => ({ slot, score: key.of(slot), bends }));
}

/** Every way to take `size` of `count` things, in order. */
function combinations(count: number, size: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: count }, (_, last) =>
    combinations(last, size - 1).map((before) => [...before, last]),
  ).flat();
}
