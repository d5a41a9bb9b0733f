import { createPostings, type Postings } from './postings.ts';

/** The numbers that listings state, a sparse column a facet. Each distinct number is kept once. */
export type NumberColumns = {
  /** The facet's column, made if needed. */
  enter(facet: string): number;
  facetOf(column: number): string;
  set(column: number, slot: number, value: number): void;
  remove(column: number, slot: number): void;
  /** The number a listing states for the facet. */
  get(facet: string, slot: number): number | undefined;
  /** Visits every listing that states a number for the facet. */
  forEach(facet: string, visit: (slot: number, value: number) => void): void;
  /** Entries are a slot and the index of its number among `distinct`. */
  readonly postings: Postings;
  readonly distinct: readonly number[];
  /** Makes a facet's column of such entries; `distinct` is restored first. */
  restoreDistinct(values: Iterable<number>): void;
  restoreColumn(facet: string, entries: Uint32Array): void;
  bytes(): number;
};

export function createNumberColumns(): NumberColumns {
  const postings = createPostings(2);
  const columns = new Map<string, number>();
  const facets: string[] = [];
  const distinct: number[] = [];
  const indexOf = new Map<number, number>();

  function name(column: number, facet: string): number {
    columns.set(facet, column);
    facets.push(facet);
    return column;
  }

  function indexFor(value: number): number {
    const known = indexOf.get(value);
    if (known !== undefined) return known;
    indexOf.set(value, distinct.length);
    return distinct.push(value) - 1;
  }

  return {
    postings,
    distinct,
    enter: (facet) => columns.get(facet) ?? name(postings.create(), facet),
    facetOf: (column) => facets[column]!,
    set(column, slot, value) {
      postings.insert(column, slot, indexFor(value));
    },
    remove: (column, slot) => postings.remove(column, slot),
    get(facet, slot) {
      const column = columns.get(facet);
      if (column === undefined || !postings.has(column, slot)) return undefined;
      return distinct[postings.payload(column, slot)]!;
    },
    forEach(facet, visit) {
      const column = columns.get(facet);
      if (column === undefined) return;
      const page = postings.page(column);
      const start = postings.offset(column);
      const end = start + postings.length(column) * 2;
      for (let at = start; at < end; at += 2) visit(page[at]!, distinct[page[at + 1]!]!);
    },
    restoreDistinct(values) {
      for (const value of values) indexFor(value);
    },
    restoreColumn(facet, entries) {
      name(postings.restore(entries), facet);
    },
    bytes: () => postings.bytes() + distinct.length * 60,
  };
}
