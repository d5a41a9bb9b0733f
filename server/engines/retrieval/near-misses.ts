import type { Constraint } from '#engines/language';
import { type Bitset, forEachSlot, hasSlot, intersect, subtract } from './bitset.ts';

/** What a listing that breaks a constraint of this facet loses: the thing itself more than its colour. */
const BEND_COST: Record<string, number> = { category: 1.2, department: 0.9, brand: 0.5, condition: 0.3 };
const OTHER_COST = 0.4;
/** A listing that does not say may well fit: it loses this part of the cost. */
const UNSTATED_COST = 0.5;

export type BentListing = { slot: number; score: number; bends: Constraint[] };

/**
 * Listings that hold all but one bendable constraint, then all but two, each with which; best first.
 * `firm` holds everything that never bends; `sets` are the listings that hold each bendable constraint.
 */
export function findNearMisses(
  firm: Bitset,
  bendable: readonly { constraint: Constraint; set: Bitset }[],
  scoreOf: (slot: number) => number,
  statedBy: (facet: string) => Bitset,
  limit: number,
): BentListing[] {
  const found: BentListing[] = [];
  for (const broken of combinations(bendable.length)) {
    if (broken.length === 2 && found.length >= limit) break;
    // Something of what was asked for must be left, or the listing has nothing to do with the request.
    if (broken.length === bendable.length) continue;
    const candidates = firm.slice();
    for (const [index, { set }] of bendable.entries()) {
      if (broken.includes(index)) subtract(candidates, set);
      else intersect(candidates, set);
    }
    const bends = broken.map((index) => bendable[index]!.constraint);
    const costs = bends.map(({ facet }) => ({ cost: BEND_COST[facet] ?? OTHER_COST, stating: statedBy(facet) }));
    forEachSlot(candidates, (slot) => {
      let cost = 0;
      for (const bend of costs) cost += hasSlot(bend.stating, slot) ? bend.cost : bend.cost * UNSTATED_COST;
      found.push({ slot, score: scoreOf(slot) - cost, bends });
    });
  }
  return found;
}

/** Every single constraint first, then every pair. */
function combinations(count: number): number[][] {
  const singles = Array.from({ length: count }, (_, index) => [index]);
  const pairs = singles.flatMap(([left]) =>
    Array.from({ length: count - left! - 1 }, (_, offset) => [left!, left! + 1 + offset]),
  );
  return [...singles, ...pairs];
}
