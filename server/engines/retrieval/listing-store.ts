import { addSlot, type Bitset, removeSlot } from './bitset.ts';
import type { ListingDocument } from './listing-document.ts';

/** The listings by slot: the documents themselves and the columns that scoring and filtering read. */
export type ListingStore = {
  slotOf(id: string): number | undefined;
  document(slot: number): ListingDocument;
  /** Gives the document a slot; `available` ones are marked as findable. */
  place(document: ListingDocument): number;
  remove(slot: number): void;
  /** Slots in use lie below this number. */
  readonly capacity: number;
  readonly size: number;
  /** Findable slots; as long as the capacity asks for. */
  available(): Bitset;
  priceMinor(slot: number): number;
  /** The currency of the slot's price; empty where there is no price. */
  currency(slot: number): string;
  listedAt(slot: number): number;
  documents(): IterableIterator<ListingDocument>;
  bytes(): number;
};

export function createListingStore(): ListingStore {
  const slots = new Map<string, number>();
  const documents: (ListingDocument | undefined)[] = [];
  const free: number[] = [];
  let live = new Uint32Array(64);
  let prices = new Float64Array(2048);
  let listedAt = new Float64Array(2048);
  let currencies = new Uint8Array(2048);
  const currencyNames = [''];
  let characters = 0;

  function currencyNumber(name: string): number {
    const known = currencyNames.indexOf(name);
    return known >= 0 ? known : currencyNames.push(name) - 1;
  }

  function grow(capacity: number): void {
    const nextLive = new Uint32Array((capacity + 31) >>> 5);
    nextLive.set(live);
    live = nextLive;
    const nextPrices = new Float64Array(capacity);
    nextPrices.set(prices);
    prices = nextPrices;
    const nextListedAt = new Float64Array(capacity);
    nextListedAt.set(listedAt);
    listedAt = nextListedAt;
    const nextCurrencies = new Uint8Array(capacity);
    nextCurrencies.set(currencies);
    currencies = nextCurrencies;
  }

  return {
    slotOf: (id) => slots.get(id),
    document: (slot) => documents[slot]!,
    place(document) {
      const slot = free.pop() ?? documents.length;
      if (slot === prices.length) grow(slot * 2);
      documents[slot] = document;
      slots.set(document.id, slot);
      characters += document.title.length + (document.text?.length ?? 0);
      prices[slot] = document.price ? document.price.minor : Number.NaN;
      listedAt[slot] = document.listedAt ?? 0;
      currencies[slot] = document.price ? currencyNumber(document.price.currency) : 0;
      if (document.available !== false) addSlot(live, slot);
      return slot;
    },
    remove(slot) {
      const document = documents[slot]!;
      slots.delete(document.id);
      characters -= document.title.length + (document.text?.length ?? 0);
      documents[slot] = undefined;
      removeSlot(live, slot);
      free.push(slot);
    },
    get capacity() {
      return documents.length;
    },
    get size() {
      return slots.size;
    },
    available: () => live.slice(0, (documents.length + 31) >>> 5),
    priceMinor: (slot) => prices[slot]!,
    currency: (slot) => currencyNames[currencies[slot]!]!,
    listedAt: (slot) => listedAt[slot]!,
    *documents() {
      for (const document of documents) if (document) yield document;
    },
    bytes: () => characters + documents.length * 400 + prices.length * 17 + live.byteLength,
  };
}
