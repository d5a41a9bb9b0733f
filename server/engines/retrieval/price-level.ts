import { type Bitset, forEachSlot } from './bitset.ts';
import { type FilterContext, priceIn } from './constraint-filter.ts';

/** The cheapest third of a kind is cheap without doubt, the dearest third not at all; between them it falls. */
const CHEAP_SHARE = 1 / 3;
const DEAR_SHARE = 2 / 3;

/**
 * How cheap (0..1) each listing of a set is among those of its own category in the set, by rank; `isDear` asks for the
 * opposite. Listings without a price grant nothing.
 */
export function grantPriceLevel(within: Bitset, isDear: boolean, context: FilterContext): Map<number, number> {
  const byCategory = new Map<string, { slot: number; price: number }[]>();
  forEachSlot(within, (slot) => {
    const price = priceIn(slot, 'EUR', context);
    if (price === undefined) return;
    const category = context.store.document(slot).category ?? '';
    const known = byCategory.get(category);
    if (known) known.push({ slot, price });
    else byCategory.set(category, [{ slot, price }]);
  });
  const strengths = new Map<number, number>();
  for (const listings of byCategory.values()) {
    const prices = listings.map(({ price }) => price).sort((a, b) => a - b);
    for (const { slot, price } of listings) {
      const below = countBelow(prices, price) / prices.length;
      const rank = isDear ? 1 - (below + 1 / prices.length) : below;
      const strength = Math.min(1, (DEAR_SHARE - rank) / (DEAR_SHARE - CHEAP_SHARE));
      if (strength > 0) strengths.set(slot, strength);
    }
  }
  return strengths;
}

function countBelow(sorted: number[], price: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < price) low = middle + 1;
    else high = middle;
  }
  return low;
}
