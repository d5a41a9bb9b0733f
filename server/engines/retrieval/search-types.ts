import type { Constraint, Need } from '#engines/language';

/** One page of what to find. `filters` come from the page's controls and never bend. */
export type SearchRequest = {
  need: Need;
  /** What was typed, which the spans of `need` point into: its numbers, codes and order of words count as written. */
  text?: string;
  filters?: Constraint[];
  sort?: 'best' | 'newest' | 'price-ascending' | 'price-descending';
  limit?: number;
  /** How many results to skip. */
  offset?: number;
  /** Closets whose listings must not appear (blocks). */
  withoutClosets?: ReadonlySet<string>;
  /** How many near misses to look for where the page is not full of results; 0 turns them off. */
  nearMisses?: number;
  /** Whether listings that hold everything but lack some of the typed words count as near misses, after all others. */
  withRelated?: boolean;
  /** Which facets to count; none when absent. */
  facets?: string[];
};

/** Why a result stands where it stands; `wishes` lists the keys it grants. */
export type SearchHit = { id: string; score: number; wishes: string[] };

/**
 * A listing that breaks one or two bendable constraints: which, and what it has instead (`undefined`: not stated). One
 * that holds them all but lacks words of the request bends `words`: `wanted` are the words it lacks.
 */
export type NearMiss = { id: string; score: number; bends: Bend[] };
export type Bend = { key: string; facet: string; wanted?: string; has: string | undefined };

export type FacetCount = { value: string; count: number };

export type SearchResponse = {
  hits: SearchHit[];
  nearMisses: NearMiss[];
  /** How many listings fit everything that must hold. */
  total: number;
  facets: Record<string, FacetCount[]>;
  priceRange?: { min: number; max: number; currency: string };
};
