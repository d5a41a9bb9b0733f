/** The first `limit` items of a list in an order, in that order; takes time in proportion to the list where few are wanted. */
export function firstOf<Item>(
  items: readonly Item[],
  limit: number,
  isBefore: (left: Item, right: Item) => boolean,
): Item[] {
  if (limit <= 0) return [];
  const compare = (left: Item, right: Item): number => (isBefore(left, right) ? -1 : 1);
  let first: Item[] = [];
  let last: Item | undefined;
  for (const item of items) {
    if (last !== undefined && !isBefore(item, last)) continue;
    first.push(item);
    if (first.length < 2 * limit + 64) continue;
    first = first.sort(compare).slice(0, limit);
    last = first.at(-1);
  }
  return first.sort(compare).slice(0, limit);
}
