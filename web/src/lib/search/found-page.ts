import type { Category } from '#contract/catalogue';
import type { SearchResponse } from '#contract/search';
import { type Card, cardOf } from '../listing/card-of';
import type { SearchRequest } from './search-params';

type Facets = Pick<SearchResponse, 'facets' | 'priceRange'>;

/** What a results page shows of what the search found; the facets come when the filters are open. */
export type FoundPage = Pick<SearchResponse, 'total' | 'need' | 'nextCursor'> & {
  results: (Card & { grants: string[] })[];
  nearMisses: { listing: Card; bends: SearchResponse['nearMisses'][number]['bends'] }[];
};

export function foundPageOf({ total, need, nextCursor, results, nearMisses }: SearchResponse): FoundPage {
  return {
    total,
    need,
    nextCursor,
    results: results.map((listing) => ({ ...cardOf(listing), grants: listing.grants })),
    nearMisses: nearMisses.map(({ listing, bends }) => ({ listing: cardOf(listing), bends })),
  };
}

/** A filter that is set: as the address says it, the facet it belongs to, its value there and that value's label. */
export type ChosenFilter = { filter: [name: string, value: string]; facet: string; value: string; label: string };

/** In the words of the facets, or of the category tree for a broad category that no listing names itself. */
export function chosenFilters(
  { filters }: Pick<SearchRequest, 'filters'>,
  { facets }: Pick<Facets, 'facets'>,
  tree: Category[],
): ChosenFilter[] {
  return filters.map(([name, text]) => {
    const colon = text.indexOf(':');
    const [facet, value] = name === 'attribute' ? [text.slice(0, colon), text.slice(colon + 1)] : [name, text];
    const values = facets.find((known) => known.name === facet)?.values ?? [];
    const label = values.find((known) => known.value === value)?.label;
    const category = facet === 'category' ? labelIn(tree, value) : undefined;
    return { filter: [name, text], facet, value, label: label ?? category ?? value };
  });
}

function labelIn(tree: Category[], id: string): string | undefined {
  for (const category of tree) {
    const label = category.id === id ? category.label : labelIn(category.children, id);
    if (label !== undefined) return label;
  }
  return undefined;
}
