import type { Vocabulary } from '#engines/language';
import { defaultRates, type Rates } from './currency.ts';
import { createFacetIndex } from './facet-index.ts';
import { readFacts } from './facts.ts';
import type { ListingDocument } from './listing-document.ts';
import { createListingStore } from './listing-store.ts';
import { searchListings } from './search.ts';
import type { SearchLanguage } from './search-language.ts';
import type { SearchHit, SearchRequest, SearchResponse } from './search-types.ts';
import { findSimilar } from './similar.ts';
import { singular } from './singular.ts';
import { type Suggestion, suggestCompletions } from './suggest.ts';
import { createTextIndex } from './text-index.ts';
import { createScoreBoard } from './text-score.ts';

export type SearchIndexOptions = {
  /** Value of one unit of each currency in a common unit; replaces the built-in table. */
  rates?: Rates;
};

export type SearchIndex = {
  /** Adds a listing or replaces the one with its id. One that is not available is kept for `get` but never found. */
  put(document: ListingDocument): void;
  remove(id: string): void;
  get(id: string): ListingDocument | undefined;
  readonly size: number;
  /** The words and brands the listings use, as `understand` takes them; the object stays and follows every change. */
  vocabulary(): Vocabulary;
  search(request: SearchRequest): SearchResponse;
  /** Completions of what someone is typing, each of which finds something. */
  suggest(prefix: string, limit: number): Suggestion[];
  /** Available listings most like one, best first. */
  similarTo(id: string, limit: number): SearchHit[];
  /** An estimate of the memory held, in bytes. */
  bytes(): number;
};

/**
 * An in-memory inverted index over listings. Hard constraints are set intersections and are never relaxed; words are
 * scored with BM25F; wishes add to the score. Every change takes effect at once and costs one listing's work.
 */
export function createSearchIndex(language: SearchLanguage, options: SearchIndexOptions = {}): SearchIndex {
  const store = createListingStore();
  const text = createTextIndex();
  const facets = createFacetIndex();
  const context = { store, text, facets, language, rates: options.rates ?? defaultRates, board: createScoreBoard() };

  const brands = new Set<string>();
  const vocabulary: Vocabulary = { has: (word) => text.vocabulary.find(singular(word)) !== undefined, brands };

  function remove(id: string): void {
    const slot = store.slotOf(id);
    if (slot === undefined) return;
    const document = store.document(slot);
    if (document.available !== false) {
      text.remove(slot, document);
      const facts = readFacts(document, language);
      facets.remove(slot, facts);
      for (const brand of facts.values.get('brand') ?? []) {
        if (facets.postings.length(facets.list('brand', brand)!) === 0) brands.delete(brand);
      }
    }
    store.remove(slot);
  }

  return {
    put(document) {
      remove(document.id);
      const slot = store.place(document);
      if (document.available === false) return;
      const facts = readFacts(document, language);
      text.add(slot, document, facts.propertyWords);
      facets.add(slot, facts);
      for (const brand of facts.values.get('brand') ?? []) brands.add(brand);
    },
    remove,
    get(id) {
      const slot = store.slotOf(id);
      return slot === undefined ? undefined : store.document(slot);
    },
    get size() {
      return store.size;
    },
    vocabulary: () => vocabulary,
    search: (request) => searchListings(request, context),
    suggest: (prefix, limit) => suggestCompletions(prefix, limit, context),
    similarTo: (id, limit) => findSimilar(id, limit, context),
    bytes: () => store.bytes() + text.bytes() + facets.bytes(),
  };
}
