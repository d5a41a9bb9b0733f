import { analyse, type Term } from './analyse.ts';
import type { ListingDocument } from './listing-document.ts';
import { headOf } from './title-head.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * The words of the listings. A posting's payload packs how often a term stands in each field, whether it heads the
 * title, and where in the title it first stands.
 */
export type TextIndex = {
  readonly vocabulary: Vocabulary;
  add(slot: number, document: ListingDocument): void;
  remove(slot: number, document: ListingDocument): void;
  /** Number of listings with text. */
  readonly count: number;
  readonly lengths: FieldLengths;
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
export const headsTitle = (payload: number): number => (payload >>> 5) & 1;
export const attributeCount = (payload: number): number => (payload >>> 6) & 15;
export const textCount = (payload: number): number => (payload >>> 10) & 31;
/** 0..62; 63 where the term is not in the title. */
export const titlePosition = (payload: number): number => (payload >>> 15) & 63;

const NOT_IN_TITLE = 63;
const LONGEST_FIELD = 255;
const LONGEST_TERM = 40;

type Counts = {
  title: number;
  brand: number;
  category: number;
  head: number;
  attributes: number;
  text: number;
  position: number;
};

export function createTextIndex(): TextIndex {
  const vocabulary = createVocabulary();
  const lengths: FieldLengths = {
    title: new Uint8Array(2048),
    attributes: new Uint8Array(2048),
    text: new Uint8Array(2048),
    titleSum: 0,
    attributesSum: 0,
    textSum: 0,
  };
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
    add(slot, document) {
      makeRoom(slot);
      const { counts, titleLength, attributesLength, textLength } = countTerms(document);
      for (const [term, count] of counts) vocabulary.postings.insert(vocabulary.enter(term), slot, pack(count));
      lengths.title[slot] = titleLength;
      lengths.attributes[slot] = attributesLength;
      lengths.text[slot] = textLength;
      lengths.titleSum += titleLength;
      lengths.attributesSum += attributesLength;
      lengths.textSum += textLength;
      count++;
    },
    remove(slot, document) {
      for (const term of countTerms(document).counts.keys()) {
        const list = vocabulary.find(term);
        if (list !== undefined) vocabulary.postings.remove(list, slot);
      }
      lengths.titleSum -= lengths.title[slot]!;
      lengths.attributesSum -= lengths.attributes[slot]!;
      lengths.textSum -= lengths.text[slot]!;
      count--;
    },
    get count() {
      return count;
    },
    lengths,
    bytes: () => vocabulary.bytes() + lengths.title.length * 3,
  };
}

function countTerms(document: ListingDocument): {
  counts: Map<string, Counts>;
  titleLength: number;
  attributesLength: number;
  textLength: number;
} {
  const counts = new Map<string, Counts>();
  const of = (term: string): Counts => {
    let found = counts.get(term);
    if (!found) {
      found = { title: 0, brand: 0, category: 0, head: 0, attributes: 0, text: 0, position: NOT_IN_TITLE };
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
  for (const head of headOf(title)) of(head).head = 1;
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
    (counts.head << 5) |
    (Math.min(15, counts.attributes) << 6) |
    (Math.min(31, counts.text) << 10) |
    (counts.position << 15)
  );
}
