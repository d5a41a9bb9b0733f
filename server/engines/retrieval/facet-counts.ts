import { type Bitset, countCommon, countSlots } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import { convertMinor } from './currency.ts';
import { type FacetIndex, isNumberEntry, listOfEntry } from './facet-index.ts';
import { largestAt } from './largest-at.ts';
import type { FacetCount, SearchResponse } from './search-types.ts';

/** Reading what one listing has costs about as much as looking up so many entries of lists. */
const ENTRIES_A_LISTING = 50;
/** Of a facet with more values only the most frequent are told. */
const MOST_VALUES = 200;

/** Counts the values of facets over a set of listings, most frequent first, then by name. */
export function countFacets(
  wanted: readonly string[],
  within: Bitset,
  { facets, store }: Pick<FilterContext, 'facets' | 'store'>,
): Record<string, FacetCount[]> {
  const size = countSlots(within);
  const countOf =
    size === store.size
      ? facets.postings.length
      : size * ENTRIES_A_LISTING < entriesOf(wanted, facets, store.capacity)
        ? countByListing(within, facets)
        : (list: number) => countInList(list, within, facets, store.capacity);
  return Object.fromEntries(wanted.map((facet) => [facet, inOrder(facets.values(facet), countOf)]));
}

/** How many entries or words of sets there are to read for all values. */
function entriesOf(wanted: readonly string[], { values, postings }: FacetIndex, capacity: number): number {
  let sum = 0;
  for (const facet of wanted) {
    for (const list of values(facet).values()) sum += Math.min(postings.length(list), capacity >>> 5);
  }
  return sum;
}

function inOrder(values: ReadonlyMap<string, number>, countOf: (list: number) => number): FacetCount[] {
  const counts: FacetCount[] = [];
  for (const [value, list] of values) {
    const count = countOf(list);
    if (count > 0) counts.push({ value, count });
  }
  return mostFrequent(counts)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}

/** Those among which the first `MOST_VALUES` are: to sort thousands of brands would take longer than to count them. */
function mostFrequent(counts: FacetCount[]): FacetCount[] {
  if (counts.length <= MOST_VALUES) return counts;
  const least = largestAt(
    Float64Array.from(counts, ({ count }) => count),
    counts.length,
    MOST_VALUES - 1,
  );
  return counts.filter(({ count }) => count >= least);
}

/** Few listings: reads what each of them has, which counts every facet at once. */
function countByListing(within: Bitset, { entries, names }: FacetIndex): (list: number) => number {
  const counts = new Uint32Array(names.length);
  for (let word = 0; word < within.length; word++) {
    for (let bits = within[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      const page = entries.page(slot);
      const start = entries.offset(slot);
      const end = start + entries.length(slot);
      for (let at = start; at < end; at++) if (!isNumberEntry(page[at]!)) counts[listOfEntry(page[at]!)]!++;
    }
  }
  return (list) => counts[list]!;
}

/** Many listings: goes through the value's own, as a set where it has many too. */
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

/** The lowest and highest price of a set, in the currency most of it is priced in. */
export function findPriceRange(within: Bitset, context: FilterContext): SearchResponse['priceRange'] {
  const { currencies, currencyNames, prices } = context.store;
  const uses = new Float64Array(currencyNames.length);
  const lowest = new Float64Array(currencyNames.length).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(currencyNames.length).fill(Number.NEGATIVE_INFINITY);
  for (let word = 0; word < within.length; word++) {
    for (let bits = within[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      const own = currencies[slot]!;
      const price = prices[slot]!;
      uses[own]!++;
      if (price < lowest[own]!) lowest[own] = price;
      if (price > highest[own]!) highest[own] = price;
    }
  }
  const used = currencyNames.flatMap((name, own) => (name !== '' && uses[own]! > 0 ? [{ name, own }] : []));
  used.sort((a, b) => uses[b.own]! - uses[a.own]! || (a.name < b.name ? -1 : 1));
  const currency = used[0]?.name;
  if (currency === undefined) return undefined;
  const ends = used.flatMap(({ name, own }) =>
    [lowest[own]!, highest[own]!].flatMap((price) => convertMinor(price, name, currency, context.rates) ?? []),
  );
  return { min: Math.floor(Math.min(...ends)), max: Math.ceil(Math.max(...ends)), currency };
}
