/** Numbers that look random and are the same in every run. */
export type Random = {
  /** 0 <= x < 1. */
  next(): number;
  /** A whole number from 0 to `count - 1`. */
  below(count: number): number;
  /** A whole number from 0 to `count - 1`, the first far more often than the last (Zipf's law). */
  zipf(count: number): number;
  pick<Value>(values: readonly Value[]): Value;
};

/** Mulberry32, begun anew for each seed. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    below: (count) => Math.floor(next() * count),
    zipf: (count) => Math.floor((count + 1) ** next()) - 1,
    pick: (values) => values[Math.floor(next() * values.length)]!,
  };
}
