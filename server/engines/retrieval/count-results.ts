import type { Constraint } from '#engines/language';
import type { Bitset } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import { countFacets } from './facet-counts.ts';
import type { Holdings } from './holdings.ts';
import { findPriceRange } from './price-range.ts';
import type { SearchRequest, SearchResponse } from './search-types.ts';
import { createSlotRoom, type SlotSet, slotSetOf } from './slot-set.ts';

/** Reused between searches. */
const room = createSlotRoom();

/**
 * The values of the facets a page asks for among its results, and the range of their prices, each facet counted as if its
 * own filter were not set.
 *
 * @param needed listings that fit but for the filters
 * @param hits those that hold the filters too
 */
export function countResults(
  { facets = [], filters = [] }: SearchRequest,
  needed: Bitset,
  hits: SlotSet,
  holdings: Holdings,
  context: FilterContext,
): Pick<SearchResponse, 'facets' | 'priceRange'> {
  if (facets.length === 0) return { facets: {} };
  const isFilterOf = (facet: string, filter: Constraint): boolean =>
    filter.facet === facet && filter.operator !== 'is-not';
  const isChosen = (facet: string): boolean => filters.some((filter) => isFilterOf(facet, filter));
  const within = (facet: string): SlotSet => {
    if (!isChosen(facet)) return hits;
    const others = filters.filter((filter) => !isFilterOf(facet, filter));
    return slotSetOf(holdings.all(others, needed), room);
  };
  const wanted = facets.filter((facet) => facet !== 'price');
  const free = wanted.filter((facet) => !isChosen(facet));
  const counted = countFacets(free, hits, context);
  for (const facet of wanted) if (isChosen(facet)) Object.assign(counted, countFacets([facet], within(facet), context));
  const priceRange = findPriceRange(within('price'), context);
  return priceRange ? { facets: counted, priceRange } : { facets: counted };
}
