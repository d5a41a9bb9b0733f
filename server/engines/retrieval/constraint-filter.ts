import type { Constraint, SizeValue } from '#engines/language';
import { analyse } from './analyse.ts';
import { addSlot, type Bitset, emptySet, unite } from './bitset.ts';
import { convertMinor, type Rates } from './currency.ts';
import type { FacetIndex } from './facet-index.ts';
import { BRAND_KEY } from './facts.ts';
import type { ListingStore } from './listing-store.ts';
import type { SearchLanguage } from './search-language.ts';
import { isInFields, type TextIndex } from './text-index.ts';

export type FilterContext = {
  store: ListingStore;
  facets: FacetIndex;
  text: TextIndex;
  language: SearchLanguage;
  rates: Rates;
};

/**
 * Listings that state what a constraint asks for (`is`, or a range of anything but prices), not to be changed. A facet that
 * is not known does not hold it.
 */
export function statedBy(constraint: Constraint, context: FilterContext): Bitset {
  if (constraint.operator === 'range') return inRange(constraint, context);
  const lists = listsOf(constraint, context);
  const numbers = constraint.anyOf.filter((value) => value !== '' && Number.isFinite(Number(value))).map(Number);
  const { facets, store } = context;
  const [only] = lists;
  if (lists.length === 1 && numbers.length === 0) {
    const own = facets.dense(only!, store.capacity);
    if (own) return own;
  }
  const set = emptySet(store.capacity);
  for (const list of lists) addList(set, list, context);
  if (numbers.length > 0) {
    facets.numbers.forEach(constraint.facet, (slot, stated) => {
      if (numbers.includes(stated)) addSlot(set, slot);
    });
  }
  return set;
}

/** Listings that an exclusion leaves out: those that state any of its values or mention it. */
export function excludedBy(constraint: Constraint, context: FilterContext): Bitset {
  const set = statedBy(constraint, context).slice();
  for (const value of constraint.anyOf) {
    const mentions = context.facets.mentions(constraint.facet, value);
    if (mentions !== undefined) addList(set, mentions, context);
    // Brands and words outside the lexicon are looked for as words.
    if (constraint.facet === 'brand' || constraint.facet === 'term') addNaming(set, value, context);
  }
  return set;
}

function listsOf({ facet, anyOf, sizes = [] }: Constraint, { facets, language }: FilterContext): number[] {
  if (facet === 'size' && sizes.length > 0) {
    return sizes.flatMap((wanted) => {
      const asked = language.normaliseSize(wanted).system;
      return [...facets.sizes()].flatMap(({ size, list }) => (fits(wanted, asked, size, language) ? [list] : []));
    });
  }
  return anyOf.flatMap((value) => {
    const list = facet === 'brand' ? facets.list(BRAND_KEY, language.normaliseBrand(value)) : facets.list(facet, value);
    return list ?? [];
  });
}

/** A system that is asked for must be the listing's own: a size without one is not taken for it. `has` is normalised. */
function fits(wanted: SizeValue, asked: string | undefined, has: SizeValue, language: SearchLanguage): boolean {
  if (wanted.system !== undefined && has.system !== asked) return false;
  return language.sizesEquivalent(wanted, has);
}

/** Adds the listings whose title, category, brand or attributes have every word of the phrase. */
function addNaming(set: Bitset, phrase: string, { text }: FilterContext): void {
  const { postings } = text.vocabulary;
  const lists: number[] = [];
  for (const { text: word } of analyse(phrase)) {
    const list = text.vocabulary.find(word);
    if (list === undefined) return;
    lists.push(list);
  }
  const [first, ...others] = lists;
  if (first === undefined) return;
  const page = postings.page(first);
  const start = postings.offset(first);
  for (let at = start; at < start + postings.length(first) * postings.width; at += postings.width) {
    const slot = page[at]!;
    if (isInFields(page[at + 1]!) && others.every((list) => isInFields(postings.payload(list, slot)))) {
      addSlot(set, slot);
    }
  }
}

function addList(set: Bitset, list: number, { facets, store }: FilterContext): void {
  const own = facets.dense(list, store.capacity);
  if (own) {
    unite(set, own);
    return;
  }
  const page = facets.postings.page(list);
  const start = facets.postings.offset(list);
  const end = start + facets.postings.length(list);
  for (let at = start; at < end; at++) addSlot(set, page[at]!);
}

function inRange({ facet, min, max }: Constraint, { facets, store }: FilterContext): Bitset {
  const set = emptySet(store.capacity);
  const [least, most] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
  facets.numbers.forEach(facet, (slot, value) => {
    if (value >= least && value <= most) addSlot(set, slot);
  });
  return set;
}

/** Keeps those of a set whose price is in the constraint's range, in its currency; without one, each in its own. */
export function keepPriced(set: Bitset, { min, max, currency }: Constraint, context: FilterContext): void {
  const { prices, currencies } = context.store;
  const factors = factorsTo(currency, context);
  const [least, most] = [min ?? Number.NEGATIVE_INFINITY, max ?? Number.POSITIVE_INFINITY];
  for (let word = 0; word < set.length; word++) {
    let found = 0;
    for (let bits = set[word]!; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      const slot = (word << 5) + 31 - Math.clz32(bit);
      const price = prices[slot]! * factors[currencies[slot]!]!;
      if (price >= least && price <= most) found |= bit;
    }
    set[word] = found;
  }
}

/** What to multiply prices with to have them in minor units of `currency`, for each of the store's currencies. */
export function factorsTo(
  currency: string | undefined,
  { store, rates }: Pick<FilterContext, 'store' | 'rates'>,
): number[] {
  return store.currencyNames.map((own) => convertMinor(1, own, currency ?? own, rates) ?? Number.NaN);
}

/** The listing's price in minor units of `currency`; NaN where unknown. */
export function priceIn(
  slot: number,
  currency: string,
  { store, rates }: Pick<FilterContext, 'store' | 'rates'>,
): number {
  const own = store.currencyNames[store.currencies[slot]!]!;
  return convertMinor(store.prices[slot]!, own, currency, rates) ?? Number.NaN;
}
