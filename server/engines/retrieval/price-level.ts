import { type Bitset, forEachSlot } from './bitset.ts';
import { type FilterContext, factorsTo } from './constraint-filter.ts';
import { rankCounter } from './rank-counter.ts';

/** The cheapest third of a kind is cheap without doubt, the dearest third not at all; between them it falls. */
const CHEAP_SHARE = 1 / 3;
const DEAR_SHARE = 2 / 3;

/** How cheap (0..1) listings are, or how dear; those that are not at all are left out. */
export type PriceLevel = { forEach(visit: (slot: number, strength: number) => void): void };

/**
 * How cheap each listing of a set is among those of its own category in the set, by rank; `isDear` asks for the
 * opposite. Listings without a price are neither.
 */
export function priceLevelIn(within: Bitset, isDear: boolean, context: FilterContext): PriceLevel {
  const kinds = byCategory(within, context);
  return {
    forEach(visit) {
      for (const { slots, prices } of kinds) {
        const countBelow = rankCounter(prices);
        for (let at = 0; at < slots.length; at++) {
          const below = countBelow(prices[at]!) / slots.length;
          const rank = isDear ? 1 - (below + 1 / slots.length) : below;
          const strength = Math.min(1, (DEAR_SHARE - rank) / (DEAR_SHARE - CHEAP_SHARE));
          if (strength > 0) visit(slots[at]!, strength);
        }
      }
    },
  };
}

type Kind = { slots: Uint32Array; prices: Float64Array };

/** The listings of a set that have a price, category by category, with their prices in euro. */
function byCategory(within: Bitset, { store, rates }: FilterContext): Kind[] {
  const sizes = new Uint32Array(store.categoryNames.length);
  const euros = factorsTo('EUR', { store, rates });
  const { categories, currencies, prices } = store;
  forEachSlot(within, (slot) => {
    if (euros[currencies[slot]!]! > 0) sizes[categories[slot]!]!++;
  });
  const kinds = Array.from(sizes, (size) => ({ slots: new Uint32Array(size), prices: new Float64Array(size) }));
  const filled = new Uint32Array(sizes.length);
  forEachSlot(within, (slot) => {
    const euro = euros[currencies[slot]!]!;
    if (!(euro > 0)) return;
    const category = categories[slot]!;
    const at = filled[category]!++;
    kinds[category]!.slots[at] = slot;
    kinds[category]!.prices[at] = prices[slot]! * euro;
  });
  return kinds;
}
