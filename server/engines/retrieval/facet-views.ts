import { addSlot, type Bitset, emptySet, removeSlot } from './bitset.ts';
import { resized } from './blocks.ts';
import type { FacetName } from './facet-index.ts';
import type { NumberColumns } from './number-columns.ts';
import type { Postings } from './postings.ts';
import { createValueColumn, type ValueColumn } from './value-column.ts';

/** Other forms of the facets' lists, made when they are first asked for and kept up to date from then on. */
export type FacetViews = {
  living(facet: string): ReadonlySet<string>;
  dense(list: number, capacity: number): Bitset | undefined;
  having(facet: string): Bitset;
  column(facet: string): ValueColumn;
  /** A slot has joined a list. */
  join(list: number, slot: number): void;
  /** A slot has left a list. */
  part(list: number, slot: number): void;
  /** The facets a slot says anything about now. */
  say(slot: number, facets: ReadonlySet<string>): void;
  /** A list was made with all its slots. */
  restore(list: number): void;
  bytes(): number;
};

/** Facets of few values: what a listing has of all of them is still one of a few thousand combinations. */
const COUNTED_TOGETHER = [
  ['department', 'condition', 'size', 'length'],
  ['colour', 'material'],
];

/** @param lists the lists of values, mentions left out, by facet and value */
export function createFacetViews(
  { postings, numbers, names }: { postings: Postings; numbers: NumberColumns; names: readonly FacetName[] },
  lists: ReadonlyMap<string, ReadonlyMap<string, number>>,
): FacetViews {
  /** Lists that were asked for as sets. */
  const denseOf: (Bitset | undefined)[] = [];
  /** Listings that have anything of a facet, for those facets that were asked for. */
  const havingOf = new Map<string, Bitset>();
  const livingOf = new Map<string, Set<string>>();
  const columnOf = new Map<string, ValueColumn>();

  function dense(list: number, capacity: number): Bitset | undefined {
    if (postings.length(list) < capacity >>> 5) return undefined;
    denseOf[list] ??= setOf([list]);
    return denseOf[list];
  }

  function setOf(all: Iterable<number>): Bitset {
    let set = emptySet(2048);
    for (const list of all) {
      const page = postings.page(list);
      const start = postings.offset(list);
      const end = start + postings.length(list);
      for (let at = start; at < end; at++) set = withSlot(set, page[at]!);
    }
    return set;
  }

  function living(facet: string): Set<string> {
    const known = livingOf.get(facet);
    if (known) return known;
    const inUse = [...(lists.get(facet) ?? [])].filter(([, list]) => postings.length(list) > 0);
    const values = new Set(inUse.map(([value]) => value));
    livingOf.set(facet, values);
    return values;
  }

  function column(facet: string): ValueColumn {
    const known = columnOf.get(facet);
    if (known) return known;
    const together = COUNTED_TOGETHER.find((group) => group.includes(facet)) ?? [facet];
    const made = createValueColumn();
    for (const each of together) {
      for (const list of lists.get(each)?.values() ?? []) {
        const page = postings.page(list);
        const start = postings.offset(list);
        const end = start + postings.length(list);
        for (let at = start; at < end; at++) made.add(page[at]!, list);
      }
      columnOf.set(each, made);
    }
    return made;
  }

  function having(facet: string): Bitset {
    const known = havingOf.get(facet);
    if (known) return known;
    let set = emptySet(2048);
    const add = (slot: number): void => {
      set = withSlot(set, slot);
    };
    for (const list of lists.get(facet)?.values() ?? []) {
      const start = postings.offset(list);
      postings
        .page(list)
        .subarray(start, start + postings.length(list))
        .forEach(add);
    }
    numbers.forEach(facet, add);
    havingOf.set(facet, set);
    return set;
  }

  return {
    living,
    dense,
    having,
    column,
    join(list, slot) {
      if (denseOf[list]) denseOf[list] = withSlot(denseOf[list], slot);
      const { facet, value, isMention } = names[list]!;
      if (isMention) return;
      livingOf.get(facet)?.add(value);
      columnOf.get(facet)?.add(slot, list);
    },
    part(list, slot) {
      if (denseOf[list]) removeSlot(denseOf[list], slot);
      const { facet, value, isMention } = names[list]!;
      if (isMention) return;
      if (postings.length(list) === 0) livingOf.get(facet)?.delete(value);
      columnOf.get(facet)?.take(slot, list);
    },
    say(slot, facets) {
      for (const [facet, set] of havingOf) {
        if (facets.has(facet)) havingOf.set(facet, withSlot(set, slot));
        else removeSlot(set, slot);
      }
    },
    restore(list) {
      const { facet, value, isMention } = names[list]!;
      if (isMention) return;
      havingOf.delete(facet);
      columnOf.clear();
      if (postings.length(list) > 0) livingOf.get(facet)?.add(value);
    },
    bytes() {
      const sets = [...denseOf.flatMap((set) => set ?? []), ...havingOf.values()];
      const columns = [...new Set(columnOf.values())].map(({ bySlot }) => bySlot);
      return [...sets, ...columns].reduce((sum, { byteLength }) => sum + byteLength, 0);
    },
  };
}

/** The set with the slot in it, a larger one where it has no room. */
function withSlot(set: Bitset, slot: number): Bitset {
  const room =
    slot >>> 5 < set.length ? set : resized(set, new Uint32Array(Math.max((slot >>> 5) + 1, set.length * 2)));
  addSlot(room, slot);
  return room;
}
