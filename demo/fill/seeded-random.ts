/** Numbers in [0, 1) that are the same for the same seed, everywhere. */
export type Random = () => number;

/** FNV-1a over UTF-16 code units, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** mulberry32, seeded with a text. */
export function createRandom(seed: string): Random {
  let state = hashText(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `min` to `max`, both included. */
export function pickNumber(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** One of the choices, as often as its weight says. */
export function pickWeighted<Choice>(random: Random, choices: readonly (readonly [Choice, number])[]): Choice {
  let rest = random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  return choices.at(-1)![0];
}

/**
 * `count` of the items, each at most once, in proportion to their weights.
 * Efraimidis and Spirakis, "Weighted random sampling with a reservoir" (2006): the smallest -ln(u)/w win.
 */
export function sampleWeighted<Item>(
  random: Random,
  items: readonly Item[],
  count: number,
  weightOf: (item: Item) => number,
): Item[] {
  const drawn = items.map((item) => ({ item, order: -Math.log(1 - random()) / weightOf(item) }));
  return drawn
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => item);
}

/** A whole number whose mean is `mean`: the fraction is rounded up as often as it is large. */
export function roundAtRandom(random: Random, mean: number): number {
  return Math.floor(mean) + (random() < mean % 1 ? 1 : 0);
}
