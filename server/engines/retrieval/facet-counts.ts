import { subtract } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import type { FacetIndex } from './facet-index.ts';
import { firstOf } from './first-of.ts';
import { largestAt } from './largest-at.ts';
import type { FacetCount } from './search-types.ts';
import { createSlotRoom, type SlotSet, slotSetOf } from './slot-set.ts';
import type { ValueColumn } from './value-column.ts';

/** Of a facet with more values only the most frequent are told. */
const MOST_VALUES = 200;

/** Reused between searches; the counts are all zero outside of `countFacets`. */
let ofList = new Uint32Array(2048);
let ofCombination = new Uint32Array(2048);
let ranked = new Float64Array(2048);
const others = createSlotRoom();

/** Counts the values of facets over a set of listings that there are, most frequent first, then by name. */
export function countFacets(
  wanted: readonly string[],
  within: SlotSet,
  { facets, store }: Pick<FilterContext, 'facets' | 'store'>,
): Record<string, FacetCount[]> {
  // Of more than half it is less work to count those that are left out.
  const isInverse = within.size > store.size / 2;
  const read = isInverse ? slotSetOf(subtract(store.available(), within.set), others) : within;
  if (ofList.length < facets.names.length) ofList = new Uint32Array(facets.names.length * 2);
  const counted = new Map<ValueColumn, number[]>();

  function listsOf(facet: string): number[] {
    const column = facets.column(facet);
    const known = counted.get(column);
    const lists = known ?? countInColumn(column, read.slots());
    if (!known) counted.set(column, lists);
    if (isInverse) return countTheOthers(facets.values(facet).values(), facets);
    return lists.filter((list) => facets.names[list]!.facet === facet);
  }

  const counts = wanted.map((facet): [string, FacetCount[]] => {
    const most = mostFrequent(listsOf(facet), facets);
    return [facet, most.map((list) => ({ value: facets.names[list]!.value, count: ofList[list]! }))];
  });
  for (const lists of counted.values()) for (const list of lists) ofList[list] = 0;
  if (isInverse) for (const facet of wanted) for (const list of facets.values(facet).values()) ofList[list] = 0;
  return Object.fromEntries(counts);
}

/** Counts the combinations that the slots have, then what they are made of; tells the lists that were counted. */
function countInColumn({ bySlot, combinations }: ValueColumn, slots: Uint32Array): number[] {
  if (ofCombination.length < combinations.length) ofCombination = new Uint32Array(combinations.length * 2);
  for (let at = 0; at < slots.length; at++) {
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
function mostFrequent(lists: number[], { names }: FacetIndex): number[] {
  const isBefore = (left: number, right: number): boolean => names[left]!.value < names[right]!.value;
  const compare = (left: number, right: number): number =>
    ofList[right]! - ofList[left]! || (isBefore(left, right) ? -1 : 1);
  if (lists.length <= MOST_VALUES) return lists.sort(compare);
  if (ranked.length < lists.length) ranked = new Float64Array(lists.length * 2);
  for (let at = 0; at < lists.length; at++) ranked[at] = ofList[lists[at]!]!;
  const least = largestAt(ranked, lists.length, MOST_VALUES - 1);
  const above = lists.filter((list) => ofList[list]! > least).sort(compare);
  const ties = lists.filter((list) => ofList[list] === least);
  return [...above, ...firstOf(ties, MOST_VALUES - above.length, isBefore)];
}
