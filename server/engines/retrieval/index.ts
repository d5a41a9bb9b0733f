export type { Rates } from './currency.ts';
export { convertMinor, defaultRates, minorDigits } from './currency.ts';
export type { AttributeValue, ListingDocument } from './listing-document.ts';
export type { SearchIndex, SearchIndexOptions } from './search-index.ts';
export { createSearchIndex } from './search-index.ts';
export type { SearchLanguage } from './search-language.ts';
export type { FacetCount, NearMiss, SearchHit, SearchRequest, SearchResponse } from './search-types.ts';
export { snapshotVersion } from './snapshot.ts';
export type { Suggestion } from './suggest.ts';
