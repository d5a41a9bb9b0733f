import { type Bitset, countSlots, forEachSlot, hasSlot } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import { convertMinor } from './currency.ts';
import { type FacetIndex, isNumberEntry, listOfEntry } from './facet-index.ts';
import type { FacetCount, SearchResponse } from './search-types.ts';

/** Reading what one listing has costs about as much as looking up so many entries of lists. */
const ENTRIES_A_LISTING = 16;

/** Counts the values of facets over a set of listings, most frequent first, then by name. */
export function countFacets(
  wanted: readonly string[],
  within: Bitset,
  { facets, store }: Pick<FilterContext, 'facets' | 'store'>,
): Record<string, FacetCount[]> {
  const size = countSlots(within);
  const entries = wanted.reduce((sum, facet) => sum + facets.uses(facet), 0);
  const countOf =
    size === store.size
      ? facets.postings.length
      : size * ENTRIES_A_LISTING < entries
        ? countByListing(within, facets)
        : (list: number) => countInList(list, within, facets);
  return Object.fromEntries(wanted.map((facet) => [facet, inOrder(facets.values(facet), countOf)]));
}

function inOrder(values: ReadonlyMap<string, number>, countOf: (list: number) => number): FacetCount[] {
  const counts: FacetCount[] = [];
  for (const [value, list] of values) {
    const count = countOf(list);
    if (count > 0) counts.push({ value, count });
  }
  return counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Few listings: reads what each of them has, which counts every facet at once. */
function countByListing(within: Bitset, { entries, names }: FacetIndex): (list: number) => number {
  const counts = new Uint32Array(names.length);
  forEachSlot(within, (slot) => {
    const page = entries.page(slot);
    const start = entries.offset(slot);
    const end = start + entries.length(slot);
    for (let at = start; at < end; at++) if (!isNumberEntry(page[at]!)) counts[listOfEntry(page[at]!)]!++;
  });
  return (list) => counts[list]!;
}

/** Many listings: goes through the value's own. */
function countInList(list: number, within: Bitset, { postings }: FacetIndex): number {
  const page = postings.page(list);
  const start = postings.offset(list);
  const end = start + postings.length(list);
  let count = 0;
  for (let at = start; at < end; at++) if (hasSlot(within, page[at]!)) count++;
  return count;
}

/** The lowest and highest price of a set, in the currency most of it is priced in. */
export function findPriceRange(within: Bitset, context: FilterContext): SearchResponse['priceRange'] {
  const { currencies, currencyNames, prices } = context.store;
  const uses = new Float64Array(currencyNames.length);
  const lowest = new Float64Array(currencyNames.length).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(currencyNames.length).fill(Number.NEGATIVE_INFINITY);
  forEachSlot(within, (slot) => {
    const own = currencies[slot]!;
    const price = prices[slot]!;
    uses[own]!++;
    if (price < lowest[own]!) lowest[own] = price;
    if (price > highest[own]!) highest[own] = price;
  });
  const used = currencyNames.flatMap((name, own) => (name !== '' && uses[own]! > 0 ? [{ name, own }] : []));
  used.sort((a, b) => uses[b.own]! - uses[a.own]! || (a.name < b.name ? -1 : 1));
  const currency = used[0]?.name;
  if (currency === undefined) return undefined;
  const ends = used.flatMap(({ name, own }) =>
    [lowest[own]!, highest[own]!].flatMap((price) => convertMinor(price, name, currency, context.rates) ?? []),
  );
  return { min: Math.floor(Math.min(...ends)), max: Math.ceil(Math.max(...ends)), currency };
}
