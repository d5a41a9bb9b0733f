import { remember } from '#engines/memo';
import { analyse, type Term } from './analyse.ts';
import type { ListingDocument } from './listing-document.ts';

/** How often a term stands in each field of a listing, and where in the title it first stands. */
export type TermCounts = {
  title: number;
  brand: number;
  category: number;
  attributes: number;
  text: number;
  position: number;
};

/** A listing's terms; lengths in terms. */
export type CountedTerms = {
  title: Term[];
  counts: Map<string, TermCounts>;
  titleLength: number;
  attributesLength: number;
  textLength: number;
};

export const NOT_IN_TITLE = 63;
const LONGEST_FIELD = 255;
const LONGEST_TERM = 40;
/** Brands, categories and the values of attributes come again and again. */
const REMEMBERED_VALUES = 20_000;

export function countTerms(document: ListingDocument): CountedTerms {
  const counts = new Map<string, TermCounts>();
  const title = analyse(document.title).filter(isReadable);
  for (const { text, position } of title) {
    const found = countsOf(counts, text);
    found.title++;
    if (found.position === NOT_IN_TITLE) found.position = Math.min(position, NOT_IN_TITLE - 1);
  }
  if (document.brand) for (const term of termsOfValue(document.brand)) countsOf(counts, term).brand = 1;
  if (document.category) for (const term of termsOfValue(document.category)) countsOf(counts, term).category = 1;
  let attributesLength = 0;
  for (const [key, value] of Object.entries(document.attributes ?? {})) {
    if (typeof value === 'boolean') continue;
    const terms = termsOfValue(Array.isArray(value) ? value.join(' ') : String(value));
    attributesLength += terms.length;
    for (const term of terms) {
      const found = countsOf(counts, term);
      found.attributes++;
      if (isTypeKey(key)) found.category = 1;
    }
  }
  const text = document.text ? analyse(document.text).filter(isReadable) : [];
  for (const term of text) countsOf(counts, term.text).text++;
  return {
    title,
    counts,
    titleLength: Math.min(LONGEST_FIELD, title.length),
    attributesLength: Math.min(LONGEST_FIELD, attributesLength),
    textLength: Math.min(LONGEST_FIELD, text.length),
  };
}

const termsOfValue = remember(
  (value): readonly string[] =>
    analyse(value)
      .filter(isReadable)
      .map(({ text }) => text),
  REMEMBERED_VALUES,
);

function isReadable({ text }: Term): boolean {
  return text.length <= LONGEST_TERM;
}

function countsOf(counts: Map<string, TermCounts>, term: string): TermCounts {
  let found = counts.get(term);
  if (!found) {
    found = { title: 0, brand: 0, category: 0, attributes: 0, text: 0, position: NOT_IN_TITLE };
    counts.set(term, found);
  }
  return found;
}

/** Catalogues name what a thing is under one of these. */
function isTypeKey(key: string): boolean {
  return key === 'type' || key === 'product_type' || key === 'productType' || key === 'category';
}
