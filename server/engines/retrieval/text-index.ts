import { resized } from './blocks.ts';
import { countTerms, NOT_IN_TITLE, type TermCounts } from './count-terms.ts';
import type { ListingDocument } from './listing-document.ts';
import { createSlotLists, type SlotLists } from './slot-lists.ts';
import { createTitleStore, type TitleStore } from './title-store.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The words of the listings. A posting's payload packs how often a term stands in each field, whether it heads the
 * title, and where in the title it first stands.
 */
export type TextIndex = {
  readonly vocabulary: Vocabulary;
  readonly titles: TitleStore;
  /** The lists that each listing is in. */
  readonly terms: SlotLists;
  /**
   * Enters a listing's words, or what has changed of them. `propertyWords`: words of the title that name a property
   * (a colour, a material), not the thing.
   */
  put(slot: number, document: ListingDocument, propertyWords: ReadonlySet<string>): void;
  remove(slot: number): void;
  /** Enters a term with its entries, a slot and its payload each, as `vocabulary.postings` holds them. */
  restoreTerm(term: string, entries: Uint32Array): void;
  /** Enters the terms, the title and the lengths of a listing whose postings are there. */
  restoreListing(slot: number, listing: { terms: Uint32Array; title: Uint32Array; lengths: number[] }): void;
  readonly lengths: FieldLengths;
  /** 0..1: how often the word is part of the brand where it occurs. */
  brandShare(list: number): number;
  bytes(): number;
};

/** Lengths in terms, packed into a word a slot, and their sums over the index. */
export type FieldLengths = {
  packed: Uint32Array;
  titleSum: number;
  attributesSum: number;
  textSum: number;
};

export const titleCount = (payload: number): number => payload & 7;
export const inBrand = (payload: number): number => (payload >>> 3) & 1;
export const inCategory = (payload: number): number => (payload >>> 4) & 1;
export const attributeCount = (payload: number): number => (payload >>> 5) & 15;
export const textCount = (payload: number): number => (payload >>> 9) & 31;
/** 0..62; 63 where the term is not in the title. */
export const titlePosition = (payload: number): number => (payload >>> 14) & 63;

export const titleLength = (packed: number): number => packed & 255;
export const attributesLength = (packed: number): number => (packed >>> 8) & 255;
export const textLength = (packed: number): number => (packed >>> 16) & 255;

/** Whether the term stands in anything but the free text. */
export const isInFields = (payload: number): boolean => (payload & 0x1ff) !== 0;

export function createTextIndex(): TextIndex {
  const vocabulary = createVocabulary();
  const { postings } = vocabulary;
  const titles = createTitleStore();
  const terms = createSlotLists();
  const lengths: FieldLengths = {
    packed: new Uint32Array(2048),
    titleSum: 0,
    attributesSum: 0,
    textSum: 0,
  };
  /** In how many listings a word is (part of) the brand. */
  const brandUses = new Map<number, number>();

  function setLengths(slot: number, title: number, attributes: number, text: number): void {
    if (slot >= lengths.packed.length) {
      lengths.packed = resized(lengths.packed, new Uint32Array(lengths.packed.length * 2));
    }
    const before = lengths.packed[slot]!;
    lengths.titleSum += title - titleLength(before);
    lengths.attributesSum += attributes - attributesLength(before);
    lengths.textSum += text - textLength(before);
    lengths.packed[slot] = title | (attributes << 8) | (text << 16);
  }

  function countBrand(list: number, change: number): void {
    if (change !== 0) brandUses.set(list, (brandUses.get(list) ?? 0) + change);
  }

  /** Takes the slot out of its lists, but for those it stays in. */
  function leaveLists(slot: number, staysIn: ReadonlyMap<number, number>): void {
    const page = terms.page(slot);
    const start = terms.offset(slot);
    const end = start + terms.length(slot);
    for (let at = start; at < end; at++) {
      const list = page[at]!;
      if (staysIn.has(list)) continue;
      countBrand(list, -inBrand(postings.payload(list, slot)));
      postings.remove(list, slot);
    }
  }

  return {
    vocabulary,
    titles,
    terms,
    put(slot, document, propertyWords) {
      const counted = countTerms(document);
      const payloads = new Map<number, number>();
      for (const [term, counts] of counted.counts) payloads.set(vocabulary.enter(term), pack(counts));
      const wasEmpty = terms.length(slot) === 0;
      leaveLists(slot, payloads);
      for (const [list, payload] of payloads) {
        const before = wasEmpty ? 0 : postings.payload(list, slot);
        if (before === payload) continue;
        countBrand(list, inBrand(payload) - inBrand(before));
        postings.insert(list, slot, payload);
      }
      terms.set(slot, [...payloads.keys()]);
      const { title } = counted;
      titles.put(
        slot,
        title
          .filter((term, index) => term.position !== title[index - 1]?.position)
          .map((term) => ({ list: vocabulary.enter(term.text), term, isAttribute: propertyWords.has(term.text) })),
      );
      setLengths(slot, counted.titleLength, counted.attributesLength, counted.textLength);
    },
    remove(slot) {
      leaveLists(slot, NO_PAYLOADS);
      terms.clear(slot);
      titles.remove(slot);
      setLengths(slot, 0, 0, 0);
    },
    restoreTerm(term, entries) {
      const list = vocabulary.restore(term, entries);
      for (let at = 1; at < entries.length; at += 2) countBrand(list, inBrand(entries[at]!));
    },
    restoreListing(slot, listing) {
      terms.set(slot, listing.terms);
      titles.restore(slot, listing.title);
      setLengths(slot, listing.lengths[0]!, listing.lengths[1]!, listing.lengths[2]!);
    },
    lengths,
    brandShare: (list) => (brandUses.get(list) ?? 0) / Math.max(1, vocabulary.frequency(list)),
    bytes: () => vocabulary.bytes() + terms.bytes() + titles.bytes() + lengths.packed.byteLength + brandUses.size * 40,
  };
}

const NO_PAYLOADS: ReadonlyMap<number, number> = new Map();

function pack(counts: TermCounts): number {
  return (
    Math.min(7, counts.title) |
    (counts.brand << 3) |
    (counts.category << 4) |
    (Math.min(15, counts.attributes) << 5) |
    (Math.min(31, counts.text) << 9) |
    (Math.min(NOT_IN_TITLE, counts.position) << 14)
  );
}
