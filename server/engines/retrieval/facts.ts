import type { SizeValue } from '../language/need.ts';
import { analyse } from './analyse.ts';
import type { AttributeValue, ListingDocument } from './listing-document.ts';
import type { SearchLanguage } from './search-language.ts';
import { writeSize } from './size-value.ts';

/** What is known of a listing, facet by facet. */
export type ListingFacts = {
  /** Canonical values by facet: from structured data, and from the title where structured data is silent. */
  values: Map<string, Set<string>>;
  /** What the title says beyond `values`. It never grants a constraint but it counts against an exclusion. */
  mentioned: Map<string, Set<string>>;
  numbers: Map<string, number>;
  size?: SizeValue;
};

const LONGEST_VALUE = 48;
/** Facets whose structured value names the whole truth only together with its fellows. */
const SECOND_FACETS: Record<string, string> = { colour2: 'colour' };

/** Reads a listing: its own fields first, then what the title adds in the lexicon's words. */
export function readFacts(document: ListingDocument, language: SearchLanguage): ListingFacts {
  const facts: ListingFacts = { values: new Map(), mentioned: new Map(), numbers: new Map() };
  const { values } = facts;
  addNamed(values, language, 'category', document.category);
  addNamed(values, language, 'department', document.department);
  addNamed(values, language, 'brand', document.brand);
  addNamed(values, language, 'condition', document.condition);
  if (document.closetId) add(values, 'closetId', document.closetId);
  if (document.size) {
    facts.size = document.size;
    add(values, 'size', writeSize(document.size));
  }
  for (const [key, value] of Object.entries(document.attributes ?? {})) addAttribute(facts, language, key, value);
  for (const { facet, value } of language.stated(document.title)) {
    if (values.get(facet)?.has(value)) continue;
    add(facts.mentioned, facet, value);
  }
  for (const [facet, mentioned] of facts.mentioned) {
    if (values.has(facet) || facts.numbers.has(facet)) continue;
    values.set(facet, mentioned);
    facts.mentioned.delete(facet);
  }
  return facts;
}

function addNamed(
  values: Map<string, Set<string>>,
  language: SearchLanguage,
  facet: string,
  name: string | undefined,
): void {
  if (name === undefined || name.trim() === '') return;
  for (const value of language.canonical(facet, name)) add(values, facet, value);
}

function addAttribute(facts: ListingFacts, language: SearchLanguage, key: string, value: AttributeValue): void {
  if (typeof value === 'number') {
    facts.numbers.set(key, value);
    return;
  }
  if (typeof value === 'boolean') {
    add(facts.values, key, String(value));
    return;
  }
  const facet = SECOND_FACETS[key] ?? key;
  for (const one of typeof value === 'string' ? [value] : value) {
    if (one.length > LONGEST_VALUE) continue;
    addNamed(facts.values, language, facet, one);
  }
}

function add(values: Map<string, Set<string>>, facet: string, value: string): void {
  const known = values.get(facet);
  if (known) known.add(value);
  else values.set(facet, new Set([value]));
}

/** The words of the title that name a property of the thing rather than the thing. */
export function attributeWordsOf(document: ListingDocument, language: SearchLanguage): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { facet, value } of language.stated(document.title)) {
    if (facet === 'category') continue;
    for (const { text } of analyse(value)) words.add(text);
  }
  return words;
}
