import { analyse, type Term } from './analyse.ts';
import type { ListingDocument } from './listing-document.ts';
import { createTitleStore, type TitleStore } from './title-store.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The words of the listings. A posting's payload packs how often a term stands in each field, whether it heads the
 * title, and where in the title it first stands.
 */
export type TextIndex = {
  readonly vocabulary: Vocabulary;
  readonly titles: TitleStore;
  /** `propertyWords`: words of the title that name a property (a colour, a material), not the thing. */
  add(slot: number, document: ListingDocument, propertyWords: ReadonlySet<string>): void;
  remove(slot: number, document: ListingDocument): void;
  /** Number of listings with text. */
  readonly count: number;
  readonly lengths: FieldLengths;
  /** 0..1: how often the word is part of the brand where it occurs. */
  brandShare(list: number): number;
  bytes(): number;
};

/** Lengths in terms, a slot each, and their sums over the index. */
export type FieldLengths = {
  title: Uint8Array;
  attributes: Uint8Array;
  text: Uint8Array;
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

/** Whether the term stands in anything but the free text. */
export const isInFields = (payload: number): boolean => (payload & 0x1ff) !== 0;

const NOT_IN_TITLE = 63;
const LONGEST_FIELD = 255;
const LONGEST_TERM = 40;

type Counts = {
  title: number;
  brand: number;
  category: number;
  attributes: number;
  text: number;
  position: number;
};

export function createTextIndex(): TextIndex {
  const vocabulary = createVocabulary();
  const titles = createTitleStore();
  const lengths: FieldLengths = {
    title: new Uint8Array(2048),
    attributes: new Uint8Array(2048),
    text: new Uint8Array(2048),
    titleSum: 0,
    attributesSum: 0,
    textSum: 0,
  };
  /** In how many listings a word is (part of) the brand. */
  const brandUses = new Map<number, number>();
  let count = 0;

  function makeRoom(slot: number): void {
    if (slot < lengths.title.length) return;
    for (const field of ['title', 'attributes', 'text'] as const) {
      const larger = new Uint8Array(lengths[field].length * 2);
      larger.set(lengths[field]);
      lengths[field] = larger;
    }
  }

  return {
    vocabulary,
    titles,
    add(slot, document, propertyWords) {
      makeRoom(slot);
      const { title, counts, titleLength, attributesLength, textLength } = countTerms(document);
      for (const [term, count] of counts) {
        const list = vocabulary.enter(term);
        vocabulary.postings.insert(list, slot, pack(count));
        if (count.brand > 0) brandUses.set(list, (brandUses.get(list) ?? 0) + 1);
      }
      titles.add(
        slot,
        title
          .filter((term, index) => term.position !== title[index - 1]?.position)
          .map((term) => ({ list: vocabulary.enter(term.text), term, isAttribute: propertyWords.has(term.text) })),
      );
      lengths.title[slot] = titleLength;
      lengths.attributes[slot] = attributesLength;
      lengths.text[slot] = textLength;
      lengths.titleSum += titleLength;
      lengths.attributesSum += attributesLength;
      lengths.textSum += textLength;
      count++;
    },
    remove(slot, document) {
      for (const [term, count] of countTerms(document).counts) {
        const list = vocabulary.enter(term);
        vocabulary.postings.remove(list, slot);
        if (count.brand > 0) brandUses.set(list, brandUses.get(list)! - 1);
      }
      titles.remove(slot);
      lengths.titleSum -= lengths.title[slot]!;
      lengths.attributesSum -= lengths.attributes[slot]!;
      lengths.textSum -= lengths.text[slot]!;
      count--;
    },
    get count() {
      return count;
    },
    lengths,
    brandShare: (list) => (brandUses.get(list) ?? 0) / Math.max(1, vocabulary.frequency(list)),
    bytes: () => vocabulary.bytes() + titles.bytes() + lengths.title.length * 3,
  };
}

function countTerms(document: ListingDocument): {
  title: Term[];
  counts: Map<string, Counts>;
  titleLength: number;
  attributesLength: number;
  textLength: number;
} {
  const counts = new Map<string, Counts>();
  const of = (term: string): Counts => {
    let found = counts.get(term);
    if (!found) {
      found = { title: 0, brand: 0, category: 0, attributes: 0, text: 0, position: NOT_IN_TITLE };
      counts.set(term, found);
    }
    return found;
  };
  const readable = (term: Term): boolean => term.text.length <= LONGEST_TERM;
  const title = analyse(document.title).filter(readable);
  for (const term of title) {
    const found = of(term.text);
    found.title++;
    if (found.position === NOT_IN_TITLE) found.position = Math.min(term.position, NOT_IN_TITLE - 1);
  }
  for (const term of analyse(document.brand ?? '')) of(term.text).brand = 1;
  for (const term of analyse(document.category ?? '')) of(term.text).category = 1;
  let attributesLength = 0;
  for (const [key, value] of Object.entries(document.attributes ?? {})) {
    if (typeof value === 'boolean') continue;
    const written = Array.isArray(value) ? value.join(' ') : String(value);
    for (const term of analyse(written).filter(readable)) {
      of(term.text).attributes++;
      attributesLength++;
      if (isTypeKey(key)) of(term.text).category = 1;
    }
  }
  const text = document.text ? analyse(document.text).filter(readable) : [];
  for (const term of text) of(term.text).text++;
  return {
    title,
    counts,
    titleLength: Math.min(LONGEST_FIELD, title.length),
    attributesLength: Math.min(LONGEST_FIELD, attributesLength),
    textLength: Math.min(LONGEST_FIELD, text.length),
  };
}

/** Catalogues name what a thing is under one of these. */
function isTypeKey(key: string): boolean {
  return key === 'type' || key === 'product_type' || key === 'productType' || key === 'category';
}

function pack(counts: Counts): number {
  return (
    Math.min(7, counts.title) |
    (counts.brand << 3) |
    (counts.category << 4) |
    (Math.min(15, counts.attributes) << 5) |
    (Math.min(31, counts.text) << 9) |
    (counts.position << 14)
  );
}
