/** Chance that is the same in every run, for learning scripts whose results must repeat. */

/** Numbers from 0 to 1 by a linear congruential generator: good enough to shuffle, and the same everywhere. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** Puts a list in another order, in place (Fisher and Yates). */
export function shuffle<Value>(list: Value[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
}
