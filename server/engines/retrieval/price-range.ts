import type { Bitset } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';
import { convertMinor } from './currency.ts';
import type { SearchResponse } from './search-types.ts';

/** The lowest and highest price of a set, in the currency most of it is priced in. */
export function findPriceRange(within: Bitset, context: FilterContext): SearchResponse['priceRange'] {
  const { currencies, currencyNames, prices } = context.store;
  const uses = new Float64Array(currencyNames.length);
  const lowest = new Float64Array(currencyNames.length).fill(Number.POSITIVE_INFINITY);
  const highest = new Float64Array(currencyNames.length).fill(Number.NEGATIVE_INFINITY);
  for (let word = 0; word < within.length; word++) {
    for (let bits = within[word]!; bits !== 0; bits &= bits - 1) {
      const slot = (word << 5) + 31 - Math.clz32(bits & -bits);
      const own = currencies[slot]!;
      const price = prices[slot]!;
      uses[own]!++;
      if (price < lowest[own]!) lowest[own] = price;
      if (price > highest[own]!) highest[own] = price;
    }
  }
  const used = currencyNames.flatMap((name, own) => (name !== '' && uses[own]! > 0 ? [{ name, own }] : []));
  used.sort((a, b) => uses[b.own]! - uses[a.own]! || (a.name < b.name ? -1 : 1));
  const currency = used[0]?.name;
  if (currency === undefined) return undefined;
  const ends = used.flatMap(({ name, own }) =>
    [lowest[own]!, highest[own]!].flatMap((price) => convertMinor(price, name, currency, context.rates) ?? []),
  );
  return { min: Math.floor(Math.min(...ends)), max: Math.ceil(Math.max(...ends)), currency };
}
