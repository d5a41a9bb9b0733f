import type { Vocabulary } from '#engines/language';
import type { WordNeighbours } from '#engines/vectors';
import { defaultRates, type Rates } from './currency.ts';
import { createFacetIndex } from './facet-index.ts';
import { readFacts } from './facts.ts';
import { createKindFamilies } from './kind-families.ts';
import type { ListingDocument } from './listing-document.ts';
import { createListingStore } from './listing-store.ts';
import { searchListings } from './search.ts';
import { rememberAnswers, type SearchLanguage } from './search-language.ts';
import type { SearchHit, SearchRequest, SearchResponse } from './search-types.ts';
import { findSimilar } from './similar.ts';
import { singular } from './singular.ts';
import { createSlotColumns } from './slot-columns.ts';
import { framesOf, restoreParts } from './snapshot.ts';
import { type Suggestion, suggestCompletions } from './suggest.ts';
import { createTextIndex } from './text-index.ts';
import { createScoreBoard } from './text-score.ts';
import { createCoverageBoard } from './word-coverage.ts';

export type SearchIndexOptions = {
  /** Value of one unit of each currency in a common unit; replaces the built-in table. */
  rates?: Rates;
  /** Words of nearly the same meaning, to find near misses by. */
  neighbours?: WordNeighbours;
};

export type SearchIndex = {
  /** Adds a listing or replaces the one with its id; only what has changed costs time. One that is not available is removed. */
  put(document: ListingDocument): void;
  remove(id: string): void;
  has(id: string): boolean;
  readonly size: number;
  /**
   * The words and brands the listings use, as `understand` takes them; the object stays and follows every change, of
   * thousands of brands in steps: who reads them prepares them all anew.
   */
  vocabulary(): Vocabulary;
  search(request: SearchRequest): SearchResponse;
  /** Completions of what someone is typing, each of which finds something. */
  suggest(prefix: string, limit: number): Suggestion[];
  /** Available listings most like one, best first. */
  similarTo(id: string, limit: number): SearchHit[];
  /**
   * The index as it is, in frames from which `restore` makes the same one. It must not change until the last one is
   * taken; no frame takes long.
   */
  frames(): Iterable<Uint8Array>;
  /**
   * Fills this index, which must be empty, from such frames. Throws where they are not whole or not of this version:
   * the index is then of no use.
   */
  restore(): { accept(frame: Uint8Array): void; isWhole(): boolean };
  /** An estimate of the memory held, in bytes. */
  bytes(): number;
};

/** The share of the brands that may have come or gone before they are read anew. */
const UNKNOWN_BRANDS = 1 / 128;

/**
 * An in-memory inverted index over listings. Hard constraints are set intersections and are never relaxed; words are
 * scored with BM25F; wishes add to the score. Every change takes effect at once and costs one listing's work.
 */
export function createSearchIndex(spoken: SearchLanguage, options: SearchIndexOptions = {}): SearchIndex {
  const language = rememberAnswers(spoken);
  const store = createListingStore();
  const text = createTextIndex();
  const facets = createFacetIndex();
  const { rates = defaultRates, neighbours } = options;
  const families = createKindFamilies(facets, language);
  const boards = { board: createScoreBoard(), coverage: createCoverageBoard(), columns: createSlotColumns() };
  const context = { store, text, facets, language, rates, neighbours, families, ...boards };
  const brands = facets.living('brand');
  let knownBrands = new Set(brands);
  const vocabulary: Vocabulary = {
    has: (word) => text.vocabulary.find(singular(word)) !== undefined,
    get brands() {
      if (Math.abs(brands.size - knownBrands.size) > knownBrands.size * UNKNOWN_BRANDS) knownBrands = new Set(brands);
      return knownBrands;
    },
  };

  function remove(id: string): void {
    const slot = store.slotOf(id);
    if (slot === undefined) return;
    text.remove(slot);
    facets.remove(slot);
    store.remove(slot);
  }

  return {
    put(document) {
      if (document.available === false) return remove(document.id);
      const slot = store.place(document);
      const facts = readFacts(document, language);
      text.put(slot, document, facts.propertyWords);
      facets.put(slot, facts);
    },
    remove,
    has: (id) => store.slotOf(id) !== undefined,
    get size() {
      return store.size;
    },
    vocabulary: () => vocabulary,
    search: (request) => searchListings(request, context),
    suggest: (prefix, limit) => suggestCompletions(prefix, limit, context),
    similarTo: (id, limit) => findSimilar(id, limit, context),
    frames: () => framesOf(context),
    restore: () => restoreParts(context),
    bytes: () => store.bytes() + text.bytes() + facets.bytes(),
  };
}
