import { type Bitset, forEachSlot, hasSlot } from './bitset.ts';
import { type FilterContext, priceIn } from './constraint-filter.ts';
import type { FacetCount, SearchResponse } from './search-types.ts';

/** Counts the values of a facet over a set of listings, most frequent first, then by name. */
export function countFacet(facet: string, within: Bitset, { facets }: FilterContext): FacetCount[] {
  const counts: FacetCount[] = [];
  for (const [value, list] of facets.values(facet)) {
    const page = facets.postings.page(list);
    const start = facets.postings.offset(list);
    const end = start + facets.postings.length(list);
    let count = 0;
    for (let at = start; at < end; at++) if (hasSlot(within, page[at]!)) count++;
    if (count > 0) counts.push({ value, count });
  }
  return counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The lowest and highest price of a set, in the currency most of it is priced in. */
export function findPriceRange(within: Bitset, context: FilterContext): SearchResponse['priceRange'] {
  const { store } = context;
  const frequency = new Map<string, number>();
  forEachSlot(within, (slot) => {
    const currency = store.currency(slot);
    if (currency !== '') frequency.set(currency, (frequency.get(currency) ?? 0) + 1);
  });
  const currency = [...frequency].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  if (currency === undefined) return undefined;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  forEachSlot(within, (slot) => {
    const price = store.currency(slot) === currency ? store.priceMinor(slot) : priceIn(slot, currency, context);
    if (price === undefined) return;
    min = Math.min(min, price);
    max = Math.max(max, price);
  });
  return { min: Math.floor(min), max: Math.ceil(max), currency };
}
