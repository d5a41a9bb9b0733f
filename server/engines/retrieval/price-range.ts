import type { Bitset } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import { convertMinor } from './currency.ts';
import type { ListingStore } from './listing-store.ts';
import { SLOTS_A_BLOCK } from './price-bounds.ts';
import type { SearchResponse } from './search-types.ts';
import type { SlotSet } from './slot-set.ts';

/** The lowest and highest price of a set, in the currency most of it is priced in. */
export function findPriceRange(within: SlotSet, context: FilterContext): SearchResponse['priceRange'] {
  const { currencies, currencyNames } = context.store;
  const uses = new Uint32Array(currencyNames.length);
  const slots = within.slots();
  for (let at = 0; at < slots.length; at++) uses[currencies[slots[at]!]!]!++;
  const used = currencyNames.flatMap((name, own) => (name !== '' && uses[own]! > 0 ? [{ name, own }] : []));
  used.sort((a, b) => uses[b.own]! - uses[a.own]! || (a.name < b.name ? -1 : 1));
  const currency = used[0]?.name;
  if (currency === undefined) return undefined;
  const { lowest, highest } = extremesOf(within.set, context.store);
  const ends = used.flatMap(({ name, own }) =>
    [lowest[own]!, highest[own]!].flatMap((price) => convertMinor(price, name, currency, context.rates) ?? []),
  );
  return { min: Math.floor(Math.min(...ends)), max: Math.ceil(Math.max(...ends)), currency };
}

/** The lowest and highest price in each currency; only blocks that may have a lower or a higher one are looked through. */
function extremesOf(within: Bitset, store: ListingStore): { lowest: Float64Array; highest: Float64Array } {
  const { currencies, currencyNames, prices, priceBounds } = store;
  const lowest = new Float64Array(currencyNames.length).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(currencyNames.length).fill(Number.NEGATIVE_INFINITY);
  const words = SLOTS_A_BLOCK / 32;
  for (let first = 0, block = 0; first < within.length; first += words, block++) {
    let isWanted = false;
    for (let own = 1; own < currencyNames.length && !isWanted; own++) {
      isWanted = priceBounds.mayExceed(block, own, lowest[own]!, highest[own]!);
    }
    if (!isWanted) continue;
    const end = Math.min(within.length, first + words);
    for (let word = first; word < end; word++) {
      for (let bits = within[word]!; bits !== 0; bits &= bits - 1) {
        const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
        const own = currencies[slot]!;
        const price = prices[slot]!;
        if (price < lowest[own]!) lowest[own] = price;
        if (price > highest[own]!) highest[own] = price;
      }
    }
  }
  return { lowest, highest };
}
