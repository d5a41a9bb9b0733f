import { addSlot, type Bitset, forEachSlot } from './bitset.ts';
import { type FilterContext, priceIn } from './constraint-filter.ts';

/** The cheapest third of a kind is cheap without doubt, the dearest third not at all; between them it falls. */
const CHEAP_SHARE = 1 / 3;
const DEAR_SHARE = 2 / 3;

/**
 * Sets how cheap (0..1) each listing of a set is among those of its own category in the set, by rank; `isDear` asks for
 * the opposite. Those that are are added to `granting`. Listings without a price are left as they are.
 */
export function grantPriceLevel(
  within: Bitset,
  { strengths, granting, isDear }: { strengths: Float64Array; granting: Bitset; isDear: boolean },
  context: FilterContext,
): void {
  for (const { slots, prices } of byCategory(within, context)) {
    const sorted = Float64Array.from(prices).sort();
    for (const [at, slot] of slots.entries()) {
      const below = countBelow(sorted, prices[at]!) / sorted.length;
      const rank = isDear ? 1 - (below + 1 / sorted.length) : below;
      const strength = Math.min(1, (DEAR_SHARE - rank) / (DEAR_SHARE - CHEAP_SHARE));
      if (strength <= 0) continue;
      strengths[slot] = strength;
      addSlot(granting, slot);
    }
  }
}

function byCategory(within: Bitset, context: FilterContext): { slots: number[]; prices: number[] }[] {
  const { store } = context;
  const kinds: { slots: number[]; prices: number[] }[] = [];
  forEachSlot(within, (slot) => {
    const price = priceIn(slot, 'EUR', context);
    if (Number.isNaN(price)) return;
    const category = store.categories[slot]!;
    kinds[category] ??= { slots: [], prices: [] };
    kinds[category].slots.push(slot);
    kinds[category].prices.push(price);
  });
  return kinds.filter(Boolean);
}

function countBelow(sorted: Float64Array, price: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < price) low = middle + 1;
    else high = middle;
  }
  return low;
}
