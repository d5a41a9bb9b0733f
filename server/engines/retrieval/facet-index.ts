import type { SizeValue } from '#engines/language';
import type { ListingFacts } from './facts.ts';
import { createPostings, type Postings } from './postings.ts';
import { writeSize } from './size-value.ts';

/** Which listings have which value of which facet, and the numbers they state. */
export type FacetIndex = {
  readonly postings: Postings;
  add(slot: number, facts: ListingFacts): void;
  remove(slot: number, facts: ListingFacts): void;
  /** The list of a value, or undefined where no listing has it. */
  list(facet: string, value: string): number | undefined;
  /** The list of listings whose title mentions a value that their structured data does not name. */
  mentions(facet: string, value: string): number | undefined;
  values(facet: string): ReadonlyMap<string, number>;
  /** Every size that was ever stated, with the list of its listings. */
  sizes(): Iterable<{ size: SizeValue; list: number }>;
  /** The number a listing states for the facet. */
  number(facet: string, slot: number): number | undefined;
  /** Visits every listing that states a number for the facet. */
  forEachNumber(facet: string, visit: (slot: number, value: number) => void): void;
  /** How many listings state the facet in structured data. */
  stating(facet: string): number;
  bytes(): number;
};

const NO_VALUES: ReadonlyMap<string, number> = new Map();

export function createFacetIndex(): FacetIndex {
  const postings = createPostings(1);
  const lists = new Map<string, Map<string, number>>();
  const mentionLists = new Map<string, Map<string, number>>();
  const numbers = new Map<string, Map<number, number>>();
  const sizes = new Map<string, SizeValue>();
  let names = 0;
  const statedBy = new Map<string, number>();

  function enter(table: Map<string, Map<string, number>>, facet: string, value: string): number {
    let byValue = table.get(facet);
    if (!byValue) {
      byValue = new Map();
      table.set(facet, byValue);
    }
    let list = byValue.get(value);
    if (list === undefined) {
      list = postings.create();
      byValue.set(value, list);
      names += value.length;
    }
    return list;
  }

  function countStated(facts: ListingFacts, step: 1 | -1): void {
    for (const facet of facts.stated) statedBy.set(facet, (statedBy.get(facet) ?? 0) + step);
  }

  function forEachEntry(facts: ListingFacts, visit: (list: number) => void): void {
    for (const [facet, values] of facts.values) for (const value of values) visit(enter(lists, facet, value));
    for (const [facet, values] of facts.mentioned) {
      for (const value of values) visit(enter(mentionLists, facet, value));
    }
  }

  return {
    postings,
    add(slot, facts) {
      countStated(facts, 1);
      if (facts.size) sizes.set(writeSize(facts.size), facts.size);
      forEachEntry(facts, (list) => postings.insert(list, slot, 0));
      for (const [facet, value] of facts.numbers) {
        const column = numbers.get(facet);
        if (column) column.set(slot, value);
        else numbers.set(facet, new Map([[slot, value]]));
      }
    },
    remove(slot, facts) {
      countStated(facts, -1);
      forEachEntry(facts, (list) => postings.remove(list, slot));
      for (const facet of facts.numbers.keys()) numbers.get(facet)?.delete(slot);
    },
    list: (facet, value) => lists.get(facet)?.get(value),
    mentions: (facet, value) => mentionLists.get(facet)?.get(value),
    values: (facet) => lists.get(facet) ?? NO_VALUES,
    *sizes() {
      for (const [written, list] of lists.get('size') ?? []) {
        const size = sizes.get(written);
        if (size) yield { size, list };
      }
    },
    number: (facet, slot) => numbers.get(facet)?.get(slot),
    forEachNumber(facet, visit) {
      for (const [slot, value] of numbers.get(facet) ?? []) visit(slot, value);
    },
    stating: (facet) => statedBy.get(facet) ?? 0,
    bytes() {
      let entries = 0;
      for (const byValue of lists.values()) entries += byValue.size;
      let stated = 0;
      for (const column of numbers.values()) stated += column.size;
      return postings.bytes() + names + entries * 72 + stated * 32;
    },
  };
}
