import type { Wish } from '#engines/language';
import { addSlot, type Bitset, countSlots, emptySet, hasSlot } from './bitset.ts';
import { commonEntries } from './common-entries.ts';
import type { FacetIndex } from './facet-index.ts';
import type { ListingStore } from './listing-store.ts';
import type { Postings } from './postings.ts';
import type { PriceLevel } from './price-level.ts';
import type { SlotColumn, SlotColumns } from './slot-columns.ts';

/** What grants a wish: being in one of these lists, each so strongly, or having a price of the wanted level. */
export type Grants = { key: string; lists: { list: number; weight: number }[]; level: PriceLevel | undefined };

/** How strongly each listing grants each wish, by slot: 0..1, 0 where it does not grant it. Valid until the next search. */
export type GrantedWishes = { keys: string[]; strengths: Float64Array[] };

/** @param levelOf how far each listing is cheap, or dear, among those that are looked at */
export function readGrants(
  wishes: readonly Wish[],
  facets: FacetIndex,
  levelOf: (isDear: boolean) => PriceLevel,
): Grants[] {
  return wishes.map((wish) => ({
    key: wish.key,
    level: hasPriceLevel(wish) ? levelOf(wish.value === 'high') : undefined,
    lists: [{ facet: wish.facet, value: wish.value, weight: 1 }, ...wish.grantedBy].flatMap(
      ({ facet, value, weight }) => {
        const list = facets.list(facet, value);
        return list === undefined || weight <= 0 ? [] : [{ list, weight: Math.min(1, weight) }];
      },
    ),
  }));
}

/** The listings that grant any of the wishes. */
export function grantingAny(grants: readonly Grants[], postings: Postings, capacity: number): Bitset {
  const set = emptySet(capacity);
  for (const { lists, level } of grants) {
    level?.forEach((slot) => {
      addSlot(set, slot);
    });
    for (const { list } of lists) {
      const page = postings.page(list);
      const start = postings.offset(list);
      const end = start + postings.length(list);
      for (let at = start; at < end; at++) addSlot(set, page[at]!);
    }
  }
  return set;
}

/** How strongly the listings of a set grant the wishes. */
export function grantWishes(
  grants: readonly Grants[],
  within: Bitset,
  { facets, store, columns }: { facets: FacetIndex; store: Pick<ListingStore, 'capacity'>; columns: SlotColumns },
): GrantedWishes {
  const size = grants.length > 0 ? countSlots(within) : 0;
  const strengths = grants.map(({ lists, level }, index) => {
    const column = columns.cleared(index, store.capacity);
    level?.forEach((slot, strength) => {
      if (hasSlot(within, slot)) strengthen(column, slot, strength);
    });
    for (const { list, weight } of lists) {
      const page = facets.postings.page(list);
      for (const at of commonEntries(facets.postings, list, within, size)) strengthen(column, page[at]!, weight);
    }
    return column.values;
  });
  return { keys: grants.map(({ key }) => key), strengths };
}

/** Several signs of one wish strengthen each other without ever exceeding certainty. */
function strengthen({ values, touched }: SlotColumn, slot: number, weight: number): void {
  const before = values[slot]!;
  if (before === 0) touched.push(slot);
  values[slot] = 1 - (1 - before) * (1 - weight);
}

/** The granted share of all wishes, 0..1. */
export function grantedShare({ strengths }: GrantedWishes, slot: number): number {
  if (strengths.length === 0) return 0;
  let sum = 0;
  for (let wish = 0; wish < strengths.length; wish++) sum += strengths[wish]![slot]!;
  return sum / strengths.length;
}

export function grantedKeys({ keys, strengths }: GrantedWishes, slot: number): string[] {
  return keys.filter((_, index) => strengths[index]![slot]! > 0);
}

/** A wish that prices answer; what lies in the middle is nobody's first wish. */
function hasPriceLevel({ facet, value }: Wish): boolean {
  return facet === 'priceLevel' && value !== 'mid';
}
