import { type Bitset, countCommon, countSlots, forEachSlot, subtract } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import type { FacetIndex } from './facet-index.ts';
import { firstOf } from './first-of.ts';
import { largestAt } from './largest-at.ts';
import type { FacetCount } from './search-types.ts';
import type { ValueColumn } from './value-column.ts';

/** Of a facet with more values only the most frequent are told. */
const MOST_VALUES = 200;

/** Reused between searches; all zero outside of `countFacets`. */
let ofList = new Uint32Array(2048);
let ofCombination = new Uint32Array(2048);
let slots = new Uint32Array(2048);

/** Counts the values of facets over a set of listings that there are, most frequent first, then by name. */
export function countFacets(
  wanted: readonly string[],
  within: Bitset,
  { facets, store }: Pick<FilterContext, 'facets' | 'store'>,
): Record<string, FacetCount[]> {
  const all = countSlots(within);
  // Of more than half it is less work to count those that are left out.
  const isInverse = all > store.size / 2;
  const read = isInverse ? subtract(store.available(), within) : within;
  const size = isInverse ? store.size - all : all;
  ofList = withRoom(ofList, facets.names.length);
  let isListed = false;

  function countIn(facet: string): Iterable<number> {
    const values = facets.values(facet);
    if (costOfLists(values, size, facets, store.capacity) < size) {
      for (const list of values.values()) ofList[list] = countInList(list, read, facets, store.capacity);
      return values.values();
    }
    if (!isListed) listSlots(read, size);
    isListed = true;
    return countInColumn(facets.column(facet), size);
  }

  return Object.fromEntries(
    wanted.map((facet): [string, FacetCount[]] => {
      const counted = countIn(facet);
      const lists = isInverse ? countTheOthers(facets.values(facet).values(), facets) : [...counted].filter(isCounted);
      const most = mostFrequent(lists, facets);
      const counts = most.map((list) => ({ value: facets.names[list]!.value, count: ofList[list]! }));
      for (const list of lists) ofList[list] = 0;
      return [facet, counts];
    }),
  );
}

function isCounted(list: number): boolean {
  return ofList[list]! > 0;
}

/** How many entries or words of sets there are to read for all values; more than `most` is not told exactly. */
function costOfLists(
  values: ReadonlyMap<string, number>,
  most: number,
  { postings }: FacetIndex,
  capacity: number,
): number {
  if (values.size > most) return values.size;
  let sum = 0;
  for (const list of values.values()) sum += Math.min(postings.length(list), capacity >>> 5);
  return sum;
}

/** Goes through a value's own listings, as a set where it has many. */
function countInList(list: number, within: Bitset, { postings, dense }: FacetIndex, capacity: number): number {
  const own = dense(list, capacity);
  if (own) return countCommon(own, within);
  const page = postings.page(list);
  const start = postings.offset(list);
  const end = start + postings.length(list);
  let count = 0;
  for (let at = start; at < end; at++) count += (within[page[at]! >>> 5]! >>> (page[at]! & 31)) & 1;
  return count;
}

function listSlots(set: Bitset, size: number): void {
  slots = withRoom(slots, size);
  let count = 0;
  forEachSlot(set, (slot) => {
    slots[count++] = slot;
  });
}

/** Counts the combinations that the first `size` of the listed slots have, then what they are made of; tells the lists. */
function countInColumn({ bySlot, combinations }: ValueColumn, size: number): number[] {
  ofCombination = withRoom(ofCombination, combinations.length);
  for (let at = 0; at < size; at++) {
    const slot = slots[at]!;
    if (slot < bySlot.length) ofCombination[bySlot[slot]!]!++;
  }
  const lists: number[] = [];
  for (let number = 1; number < combinations.length; number++) {
    const count = ofCombination[number]!;
    if (count === 0) continue;
    for (const list of combinations[number]!) {
      if (ofList[list] === 0) lists.push(list);
      ofList[list]! += count;
    }
  }
  ofCombination.fill(0, 0, combinations.length);
  return lists;
}

/** Turns the counts of those that were left out into those of the rest. */
function countTheOthers(lists: Iterable<number>, { postings }: FacetIndex): number[] {
  const counted: number[] = [];
  for (const list of lists) {
    ofList[list] = postings.length(list) - ofList[list]!;
    if (ofList[list]! > 0) counted.push(list);
  }
  return counted;
}

/** The most frequent of counted lists, in order: to sort thousands of brands would take longer than to count them. */
function mostFrequent(lists: readonly number[], { names }: FacetIndex): number[] {
  const isBefore = (left: number, right: number): boolean => names[left]!.value < names[right]!.value;
  const compare = (left: number, right: number): number =>
    ofList[right]! - ofList[left]! || (isBefore(left, right) ? -1 : 1);
  if (lists.length <= MOST_VALUES) return [...lists].sort(compare);
  const counts = Float64Array.from(lists, (list) => ofList[list]!);
  const least = largestAt(counts, counts.length, MOST_VALUES - 1);
  const above = lists.filter((list) => ofList[list]! > least).sort(compare);
  const ties = lists.filter((list) => ofList[list] === least);
  return [...above, ...firstOf(ties, MOST_VALUES - above.length, isBefore)];
}

function withRoom(column: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  return column.length >= room ? column : new Uint32Array(2 ** Math.ceil(Math.log2(room)));
}
