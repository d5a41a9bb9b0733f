import type { Money } from '#contract/common';

/** A stretch of time at one price; `x` runs from 0 (first listed) to 1 (now), `y` from 0 (dearest) to 1 (cheapest). */
export type PriceStep = { at: string; price: Money; x: number; y: number };

/**
 * The prices of a listing as steps, oldest first; equal neighbours are one. Empty where the price never changed. Steps
 * that follow each other quickly are spread to at least `gap` of the width, the last to `last`, so that each can be labelled.
 */
export function priceSteps(
  history: { at: string; price: Money }[],
  now: Money,
  until: string,
  room = { gap: 0.2, last: 0.2 },
): PriceStep[] {
  const changes = [...history, { at: until, price: now }]
    .filter(({ price }) => price.currency === now.currency)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .filter((change, index, all) => index === 0 || change.price.minor !== all[index - 1]!.price.minor);
  if (changes.length < 2) return [];

  const begin = Date.parse(changes[0]!.at);
  const end = Math.max(Date.parse(until), Date.parse(changes.at(-1)!.at) + 1);
  const least = Math.min(room.gap, (1 - room.last) / (changes.length - 1));
  const places = changes.map(({ at }) => (Date.parse(at) - begin) / (end - begin));
  // The last step keeps its own width too, so places are pushed right from the start and left from the end.
  for (let index = 1; index < places.length; index++)
    places[index] = Math.max(places[index]!, places[index - 1]! + least);
  for (let index = places.length - 1, limit = 1 - room.last; index > 0; index--, limit -= least)
    places[index] = Math.min(places[index]!, limit);

  const prices = changes.map(({ price }) => price.minor);
  const highest = Math.max(...prices);
  const range = highest - Math.min(...prices);
  return changes.map((change, index) => ({ ...change, x: places[index]!, y: (highest - change.price.minor) / range }));
}
