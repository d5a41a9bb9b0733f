import type { Wish } from '#engines/language';
import { addSlot, type Bitset, emptySet } from './bitset.ts';
import type { FacetIndex } from './facet-index.ts';
import type { ListingStore } from './listing-store.ts';
import type { Postings } from './postings.ts';
import type { SlotColumns } from './slot-columns.ts';

/**
 * How strongly each listing grants each wish, by slot: 0..1, 0 where it does not grant it; and which grant any of them.
 * Valid until the next search.
 */
export type GrantedWishes = { keys: string[]; strengths: Float64Array[]; granting: Bitset };

export function grantWishes(
  wishes: readonly Wish[],
  { facets, store, columns }: { facets: FacetIndex; store: Pick<ListingStore, 'capacity'>; columns: SlotColumns },
  /** Sets how far each listing is cheap, or dear, among those that are looked at. */
  grantPriceLevel: (wish: { strengths: Float64Array; granting: Bitset; isDear: boolean }) => void,
): GrantedWishes {
  const granting = emptySet(store.capacity);
  const strengths = wishes.map((wish, index) => {
    const bySlot = columns.cleared(index, store.capacity);
    if (hasPriceLevel(wish)) grantPriceLevel({ strengths: bySlot, granting, isDear: wish.value === 'high' });
    const grants = [{ facet: wish.facet, value: wish.value, weight: 1 }, ...wish.grantedBy];
    for (const { facet, value, weight } of grants) {
      const list = facets.list(facet, value);
      if (list !== undefined && weight > 0) strengthen(bySlot, granting, weight, list, facets.postings);
    }
    return bySlot;
  });
  return { keys: wishes.map((wish) => wish.key), strengths, granting };
}

/** Several signs of one wish strengthen each other without ever exceeding certainty. */
function strengthen(bySlot: Float64Array, granting: Bitset, weight: number, list: number, postings: Postings): void {
  const page = postings.page(list);
  const start = postings.offset(list);
  const end = start + postings.length(list);
  const rest = 1 - Math.min(1, weight);
  for (let at = start; at < end; at++) {
    const slot = page[at]!;
    bySlot[slot] = 1 - (1 - bySlot[slot]!) * rest;
    addSlot(granting, slot);
  }
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
