import type { Wish } from '#engines/language';
import type { FacetIndex } from './facet-index.ts';

/** How strongly each listing grants each wish: 0..1, for the listings that grant it at all. */
export type GrantedWishes = { keys: string[]; strengths: Map<number, number>[] };

export function grantWishes(
  wishes: readonly Wish[],
  facets: FacetIndex,
  /** How far each listing is cheap, or dear, among those that are looked at. */
  priceLevel: (isDear: boolean) => Map<number, number>,
): GrantedWishes {
  const strengths = wishes.map((wish) => {
    const bySlot = hasPriceLevel(wish) ? priceLevel(wish.value === 'high') : new Map<number, number>();
    const grants = [{ facet: wish.facet, value: wish.value, weight: 1 }, ...wish.grantedBy];
    for (const { facet, value, weight } of grants) {
      const list = facets.list(facet, value);
      if (list === undefined) continue;
      const page = facets.postings.page(list);
      const start = facets.postings.offset(list);
      const end = start + facets.postings.length(list);
      for (let at = start; at < end; at++) {
        const slot = page[at]!;
        // Several signs of one wish strengthen each other without ever exceeding certainty.
        bySlot.set(slot, 1 - (1 - (bySlot.get(slot) ?? 0)) * (1 - Math.min(1, weight)));
      }
    }
    return bySlot;
  });
  return { keys: wishes.map((wish) => wish.key), strengths };
}

/** The granted share of all wishes, 0..1. */
export function grantedShare({ strengths }: GrantedWishes, slot: number): number {
  if (strengths.length === 0) return 0;
  let sum = 0;
  for (const bySlot of strengths) sum += bySlot.get(slot) ?? 0;
  return sum / strengths.length;
}

export function grantedKeys({ keys, strengths }: GrantedWishes, slot: number): string[] {
  return keys.filter((_, index) => strengths[index]!.has(slot));
}

/** A wish that prices answer; what lies in the middle is nobody's first wish. */
function hasPriceLevel({ facet, value }: Wish): boolean {
  return facet === 'priceLevel' && value !== 'mid';
}
