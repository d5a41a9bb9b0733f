import type { SizeValue } from '#engines/language';
import type { Bitset } from './bitset.ts';
import { createFacetViews } from './facet-views.ts';
import type { ListingFacts } from './facts.ts';
import { createNumberColumns, type NumberColumns } from './number-columns.ts';
import { createPostings, type Postings } from './postings.ts';
import { writeSize } from './size-value.ts';
import { createSlotLists, type SlotLists } from './slot-lists.ts';
import type { ValueColumn } from './value-column.ts';

/** Listings by facet and canonical value, as posting lists without payload, and the numbers they state. */
export type FacetIndex = {
  readonly postings: Postings;
  readonly numbers: NumberColumns;
  /** What each listing is in, as entries: see `listOfEntry`. */
  readonly entries: SlotLists;
  /** What each list stands for. */
  readonly names: readonly FacetName[];
  /** Enters a listing's facts, or what has changed of them. */
  put(slot: number, facts: ListingFacts): void;
  remove(slot: number): void;
  /** Makes the list of a value with its slots; a size is the one the value was written from. */
  restoreList(name: FacetName, size: SizeValue | undefined, slots: Uint32Array): void;
  /** Gives a listing its entries; its lists and numbers are there. */
  restoreEntries(slot: number, entries: Uint32Array): void;
  /** The list of a value that listings have; undefined where none ever had it. */
  list(facet: string, value: string): number | undefined;
  /** The list of a value that titles mention where structured data does not name it. */
  mentions(facet: string, value: string): number | undefined;
  values(facet: string): ReadonlyMap<string, number>;
  /** The values of a facet that a listing has now; the object stays and follows every change. */
  living(facet: string): ReadonlySet<string>;
  /**
   * The slots of a list as a set where that is smaller than the list for an index of this capacity; undefined elsewhere.
   * Not to be changed, and good until the next change.
   */
  dense(list: number, capacity: number): Bitset | undefined;
  /**
   * What each listing has of a facet and of those that are counted together with it, mentions left out; the column stays
   * and follows every change.
   */
  column(facet: string): ValueColumn;
  /** Every size that was ever stated, with the list of its listings. */
  sizes(): Iterable<{ size: SizeValue; list: number }>;
  /** The size that a value of the facet `size` was written from. */
  sizeOf(written: string): SizeValue | undefined;
  /** Listings that say anything about a facet, not to be changed; the set is good until the next change. */
  having(facet: string): Bitset;
  /** How many listings state the facet in structured data. */
  stating(facet: string): number;
  bytes(): number;
};

export type FacetName = { facet: string; value: string; isMention: boolean };

/** An entry is a list of a value, or the column of a number, and whether structured data states it. */
export const listOfEntry = (entry: number): number => entry & LIST_MASK;
export const isNumberEntry = (entry: number): boolean => (entry & NUMBER) !== 0;

const NUMBER = 1 << 30;
const STATED = 1 << 29;
const LIST_MASK = STATED - 1;
const NO_VALUES: ReadonlyMap<string, number> = new Map();
const BYTES_PER_NAME = 90;

type ListTable = Map<string, Map<string, number>>;

export function createFacetIndex(): FacetIndex {
  const postings = createPostings(1);
  const numbers = createNumberColumns();
  const entries = createSlotLists();
  const names: FacetName[] = [];
  const lists: ListTable = new Map();
  const mentionLists: ListTable = new Map();
  const sizes = new Map<string, SizeValue>();
  const statedBy = new Map<string, number>();
  const views = createFacetViews({ postings, numbers, names }, lists);

  function enter(facet: string, value: string, isMention: boolean): number {
    const table = isMention ? mentionLists : lists;
    const known = table.get(facet)?.get(value);
    return known ?? name(postings.create(), { facet, value, isMention });
  }

  function name(list: number, named: FacetName): number {
    names.push(named);
    const table = named.isMention ? mentionLists : lists;
    const byValue = table.get(named.facet);
    if (byValue) byValue.set(named.value, list);
    else table.set(named.facet, new Map([[named.value, list]]));
    return list;
  }

  function facetOf(entry: number): string {
    return isNumberEntry(entry) ? numbers.facetOf(listOfEntry(entry)) : names[listOfEntry(entry)]!.facet;
  }

  function join(list: number, slot: number): void {
    postings.insert(list, slot, 0);
    views.join(list, slot);
  }

  function part(list: number, slot: number): void {
    postings.remove(list, slot);
    views.part(list, slot);
  }

  function countStated(own: ReadonlySet<number>, step: number): void {
    const facets = new Set<string>();
    for (const entry of own) if ((entry & STATED) !== 0) facets.add(facetOf(entry));
    for (const facet of facets) statedBy.set(facet, (statedBy.get(facet) ?? 0) + step);
  }

  function entriesOf(slot: number): Set<number> {
    const start = entries.offset(slot);
    return new Set(entries.page(slot).subarray(start, start + entries.length(slot)));
  }

  function entriesFor(facts: ListingFacts): Set<number> {
    const own = new Set<number>();
    for (const [facet, values] of facts.values) {
      const stated = facts.stated.has(facet) ? STATED : 0;
      for (const value of values) own.add(enter(facet, value, false) | stated);
    }
    for (const [facet, values] of facts.mentioned) for (const value of values) own.add(enter(facet, value, true));
    for (const facet of facts.numbers.keys()) own.add(numbers.enter(facet) | NUMBER | STATED);
    return own;
  }

  function saidBy(own: ReadonlySet<number>): Set<string> {
    const facets = new Set<string>();
    for (const entry of own)
      if (isNumberEntry(entry) || !names[listOfEntry(entry)]!.isMention) facets.add(facetOf(entry));
    return facets;
  }

  function leave(slot: number, before: ReadonlySet<number>, staysIn: ReadonlySet<number>): void {
    for (const entry of before) {
      const list = listOfEntry(entry);
      if (staysIn.has(entry)) continue;
      if (isNumberEntry(entry)) numbers.remove(list, slot);
      else part(list, slot);
    }
  }

  return {
    postings,
    numbers,
    entries,
    names,
    put(slot, facts) {
      if (facts.size) sizes.set(writeSize(facts.size), facts.size);
      const before = entriesOf(slot);
      const own = entriesFor(facts);
      leave(slot, before, own);
      for (const entry of own) {
        if (before.has(entry) || isNumberEntry(entry)) continue;
        join(listOfEntry(entry), slot);
      }
      for (const [facet, value] of facts.numbers) numbers.set(numbers.enter(facet), slot, value);
      countStated(before, -1);
      countStated(own, 1);
      views.say(slot, saidBy(own));
      entries.set(slot, [...own]);
    },
    remove(slot) {
      const before = entriesOf(slot);
      leave(slot, before, new Set());
      countStated(before, -1);
      views.say(slot, new Set());
      entries.clear(slot);
    },
    restoreList(named, size, slots) {
      views.restore(name(postings.restore(slots), named));
      if (size) sizes.set(named.value, size);
    },
    restoreEntries(slot, own) {
      entries.set(slot, own);
      countStated(new Set(own), 1);
    },
    list: (facet, value) => lists.get(facet)?.get(value),
    mentions: (facet, value) => mentionLists.get(facet)?.get(value),
    living: views.living,
    having: views.having,
    values: (facet) => lists.get(facet) ?? NO_VALUES,
    dense: views.dense,
    column: views.column,
    *sizes() {
      for (const [written, list] of lists.get('size') ?? []) {
        const size = sizes.get(written);
        if (size) yield { size, list };
      }
    },
    sizeOf: (written) => sizes.get(written),
    stating: (facet) => statedBy.get(facet) ?? 0,
    bytes() {
      const characters = names.reduce((sum, { value }) => sum + value.length, 0);
      return (
        postings.bytes() +
        numbers.bytes() +
        entries.bytes() +
        views.bytes() +
        characters +
        names.length * BYTES_PER_NAME
      );
    },
  };
}
