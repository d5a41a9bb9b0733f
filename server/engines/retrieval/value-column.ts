import { resized } from './blocks.ts';

/**
 * What each listing has of a facet, or of a few, a slot each: every combination of values that occurs is kept once and a
 * column of their numbers says it all. To count values over many listings is then one step a listing and a few a
 * combination.
 */
export type ValueColumn = {
  /** By slot: a place among `combinations`. Slots behind its end have no value. */
  readonly bySlot: Uint32Array;
  /** The lists of the values in each combination, in order; the first is that of no value. */
  readonly combinations: readonly (readonly number[])[];
  add(slot: number, list: number): void;
  take(slot: number, list: number): void;
};

export function createValueColumn(): ValueColumn {
  let bySlot = new Uint32Array(2048);
  const combinations: (readonly number[])[] = [[]];
  const numbers = new Map([['', 0]]);

  function numberOf(lists: readonly number[]): number {
    const key = lists.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, combinations.length);
    return combinations.push(lists) - 1;
  }

  return {
    get bySlot() {
      return bySlot;
    },
    combinations,
    add(slot, list) {
      if (slot >= bySlot.length) bySlot = resized(bySlot, new Uint32Array(Math.max(slot + 1, bySlot.length * 2)));
      const before = combinations[bySlot[slot]!]!;
      if (!before.includes(list)) bySlot[slot] = numberOf([...before, list].sort((a, b) => a - b));
    },
    take(slot, list) {
      if (slot >= bySlot.length) return;
      bySlot[slot] = numberOf(combinations[bySlot[slot]!]!.filter((own) => own !== list));
    },
  };
}
