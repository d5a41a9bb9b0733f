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

/** Listings that hold a constraint. An unknown facet does not hold it; an exclusion holds unless the value is stated. */
export function holding(constraint: Constraint, within: Bitset, context: FilterContext): Bitset {
  if (constraint.operator === 'is-not') return without(constraint, within, context);
  if (constraint.operator === 'range') return inRange(constraint, within, context);
  const set = emptySet(context.store.capacity);
  addStated(set, constraint, context);
  return set;
}

function without(constraint: Constraint, within: Bitset, context: FilterContext): Bitset {
  const stated = emptySet(context.store.capacity);
  addStated(stated, constraint, context);
  for (const value of constraint.anyOf) {
    addList(stated, context.facets.mentions(constraint.facet, value), context);
    // Brands and words outside the lexicon are looked for as words.
    if (constraint.facet === 'brand' || constraint.facet === 'term') addNaming(stated, value, context);
  }
  const rest = within.slice();
  for (let word = 0; word < rest.length; word++) rest[word]! &= ~stated[word]!;
  return rest;
}

function addStated(set: Bitset, constraint: Constraint, context: FilterContext): void {
  if (constraint.facet === 'size' && constraint.sizes && constraint.sizes.length > 0) {
    for (const wanted of constraint.sizes) {
      const asked = context.language.normaliseSize(wanted).system;
      for (const { size, list } of context.facets.sizes()) {
        if (fits(wanted, asked, size, context.language)) addList(set, list, context);
      }
    }
    return;
  }
  if (constraint.facet === 'brand') {
    for (const brand of constraint.anyOf) {
      addList(set, context.facets.list(BRAND_KEY, context.language.normaliseBrand(brand)), context);
    }
    return;
  }
  for (const value of constraint.anyOf) {
    addList(set, context.facets.list(constraint.facet, value), context);
    const number = Number(value);
    if (value !== '' && Number.isFinite(number)) {
      context.facets.numbers.forEach(constraint.facet, (slot, stated) => {
        if (stated === number) addSlot(set, slot);
      });
    }
  }
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

function addList(set: Bitset, list: number | undefined, { facets, store }: FilterContext): void {
  if (list === undefined) return;
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

function inRange(constraint: Constraint, within: Bitset, context: FilterContext): Bitset {
  const set = emptySet(context.store.capacity);
  const min = constraint.min ?? Number.NEGATIVE_INFINITY;
  const max = constraint.max ?? Number.POSITIVE_INFINITY;
  if (constraint.facet === 'price') {
    addPriced(set, within, min, max, constraint.currency, context);
    return set;
  }
  context.facets.numbers.forEach(constraint.facet, (slot, value) => {
    if (value >= min && value <= max) addSlot(set, slot);
  });
  return set;
}

/** Adds the listings of `within` whose price in minor units of `currency` is between the two; without one, each in its own. */
function addPriced(
  set: Bitset,
  within: Bitset,
  min: number,
  max: number,
  currency: string | undefined,
  context: FilterContext,
): void {
  const { prices, currencies } = context.store;
  const factors = factorsTo(currency, context);
  for (let word = 0; word < within.length; word++) {
    let found = 0;
    for (let bits = within[word]!; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      const slot = (word << 5) + 31 - Math.clz32(bit);
      const price = prices[slot]! * factors[currencies[slot]!]!;
      if (price >= min && price <= max) found |= bit;
    }
    set[word]! |= found;
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
