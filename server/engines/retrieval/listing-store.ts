import { addSlot, type Bitset, removeSlot } from './bitset.ts';
import { resized } from './blocks.ts';
import type { ListingDocument } from './listing-document.ts';
import { createPriceBounds, type PriceBounds } from './price-bounds.ts';

/** The listings by slot, as columns: their ids and what sorting and filtering read. Their texts are not kept. */
export type ListingStore = {
  slotOf(id: string): number | undefined;
  id(slot: number): string;
  /** The listing's slot, a free one where it is new, with its columns set. */
  place(listing: StoredListing): number;
  /** What was placed in the slot; undefined for a free one. */
  stored(slot: number): StoredListing | undefined;
  /** Takes the next slot for a listing, or leaves it free where there is none. */
  restore(listing: StoredListing | undefined): void;
  remove(slot: number): void;
  /** Slots in use lie below this number. */
  readonly capacity: number;
  readonly size: number;
  /** The slots in use, a copy as long as the capacity asks for. */
  available(): Bitset;
  /** Prices in minor units by slot, NaN where there is none, and what they are in: a place among `currencyNames`. */
  readonly prices: Float64Array;
  readonly currencies: Uint8Array;
  /** The first one is empty: the currency of no price. */
  readonly currencyNames: readonly string[];
  /** In minor units; currencies are places among `currencyNames`. */
  readonly priceBounds: PriceBounds;
  /** Number of listings with a price. */
  readonly priced: number;
  /** The category as its listing writes it, by slot: a place among `categoryNames`. */
  readonly categories: Uint32Array;
  readonly categoryNames: readonly string[];
  listedAt(slot: number): number;
  bytes(): number;
};

/** `listedAt` in milliseconds since the epoch. */
export type StoredListing = Pick<ListingDocument, 'id' | 'price' | 'category' | 'listedAt'>;

/** Beside its characters: the string's header, its place in the table of ids and in the map. */
const BYTES_PER_ID = 64;

export function createListingStore(): ListingStore {
  const slots = new Map<string, number>();
  const ids: (string | undefined)[] = [];
  const free: number[] = [];
  let live = new Uint32Array(64);
  let prices = new Float64Array(2048);
  let listedAt = new Float64Array(2048);
  let currencies = new Uint8Array(2048);
  const currencyNames = [''];
  let categories = new Uint32Array(2048);
  const categoryNames = [''];
  const categoryNumbers = new Map([['', 0]]);
  const priceBounds = createPriceBounds();
  let priced = 0;
  let characters = 0;

  function currencyNumber(name: string): number {
    const known = currencyNames.indexOf(name);
    return known >= 0 ? known : currencyNames.push(name) - 1;
  }

  function categoryNumber(name: string): number {
    const known = categoryNumbers.get(name);
    if (known !== undefined) return known;
    categoryNumbers.set(name, categoryNames.length);
    return categoryNames.push(name) - 1;
  }

  function grow(capacity: number): void {
    live = resized(live, new Uint32Array((capacity + 31) >>> 5));
    prices = resized(prices, new Float64Array(capacity));
    listedAt = resized(listedAt, new Float64Array(capacity));
    currencies = resized(currencies, new Uint8Array(capacity));
    categories = resized(categories, new Uint32Array(capacity));
  }

  function fill(slot: number, listing: StoredListing): void {
    if (slot === prices.length) grow(slot * 2);
    if (slots.get(listing.id) !== slot) {
      ids[slot] = listing.id;
      slots.set(listing.id, slot);
      characters += listing.id.length;
      addSlot(live, slot);
    }
    priced += (listing.price ? 1 : 0) - (currencies[slot] === 0 ? 0 : 1);
    prices[slot] = listing.price ? listing.price.minor : Number.NaN;
    currencies[slot] = listing.price ? currencyNumber(listing.price.currency) : 0;
    if (listing.price) priceBounds.add(slot, currencies[slot]!, listing.price.minor);
    categories[slot] = categoryNumber(listing.category ?? '');
    listedAt[slot] = listing.listedAt ?? 0;
  }

  return {
    slotOf: (id) => slots.get(id),
    id: (slot) => ids[slot]!,
    place(listing) {
      const slot = slots.get(listing.id) ?? free.pop() ?? ids.length;
      fill(slot, listing);
      return slot;
    },
    stored(slot) {
      const id = ids[slot];
      if (id === undefined) return undefined;
      const currency = currencyNames[currencies[slot]!]!;
      return {
        id,
        price: currency === '' ? undefined : { minor: prices[slot]!, currency },
        category: categoryNames[categories[slot]!]!,
        listedAt: listedAt[slot]!,
      };
    },
    restore(listing) {
      const slot = ids.length;
      if (listing) return fill(slot, listing);
      if (slot === prices.length) grow(slot * 2);
      ids[slot] = undefined;
      free.push(slot);
    },
    remove(slot) {
      const id = ids[slot]!;
      slots.delete(id);
      characters -= id.length;
      priced -= currencies[slot] === 0 ? 0 : 1;
      prices[slot] = Number.NaN;
      currencies[slot] = 0;
      ids[slot] = undefined;
      removeSlot(live, slot);
      free.push(slot);
    },
    get capacity() {
      return ids.length;
    },
    get size() {
      return slots.size;
    },
    available: () => live.slice(0, (ids.length + 31) >>> 5),
    get prices() {
      return prices;
    },
    get currencies() {
      return currencies;
    },
    currencyNames,
    priceBounds,
    get priced() {
      return priced;
    },
    get categories() {
      return categories;
    },
    categoryNames,
    listedAt: (slot) => listedAt[slot]!,
    bytes: () => characters + slots.size * BYTES_PER_ID + prices.length * 21 + live.byteLength,
  };
}
