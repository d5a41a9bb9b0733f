import type { SizeValue } from '#engines/language';
import { analyse } from './analyse.ts';
import type { AttributeValue, ListingDocument } from './listing-document.ts';
import type { SearchLanguage } from './search-language.ts';
import { writeSize } from './size-value.ts';
import { headCategories } from './title-category.ts';

/** What is known of a listing, facet by facet. */
export type ListingFacts = {
  /** Canonical values by facet: from structured data, and from the title where structured data is silent. */
  values: Map<string, Set<string>>;
  /** What the title says beyond `values`. It never grants a constraint but it counts against an exclusion. */
  mentioned: Map<string, Set<string>>;
  numbers: Map<string, number>;
  size?: SizeValue;
  /** The facets that are stated, not read from the title. */
  stated: Set<string>;
  /** Words of the title that name a property (a colour, a material) rather than the thing. */
  propertyWords: Set<string>;
};

/** The facet under which brands are compared, whatever way each listing writes them. */
export const BRAND_KEY = 'brandKey';

const LONGEST_VALUE = 48;
/** Attributes that add values to another facet. */
const SECOND_FACETS: Record<string, string> = { colour2: 'colour' };
/** Facets whose words may well be the name of the thing ("docking station", "rechargeable battery"). */
const TELLING_FACETS = new Set([
  'feature',
  'part',
  'included',
  'room',
  'genre',
  'diet',
  'skin',
  'motif',
  'complication',
]);
/** Facets whose words say what a thing is. */
const NAMES_OF_THINGS = new Set(['category', 'kind']);
/** Words of a title about people and purposes say whom it suits, not what it has. */
const NOT_READ_FROM_TITLES = new Set(['aspect', 'unit', 'currency', 'priceLevel', 'recipient', 'occasion', 'activity']);

/** Reads a listing: its own fields first, then what the title adds in the lexicon's words. */
export function readFacts(document: ListingDocument, language: SearchLanguage): ListingFacts {
  const facts: ListingFacts = {
    values: new Map(),
    mentioned: new Map(),
    numbers: new Map(),
    stated: new Set(),
    propertyWords: new Set(),
  };
  const { values } = facts;
  addNamed(values, language, 'category', document.category);
  addNamed(values, language, 'department', document.department);
  addNamed(values, language, 'condition', document.condition);
  if (document.brand) {
    add(values, 'brand', document.brand.trim());
    add(values, BRAND_KEY, language.normaliseBrand(document.brand));
  }
  if (document.closetId) add(values, 'closetId', document.closetId);
  if (document.size) {
    facts.size = language.normaliseSize(document.size);
    add(values, 'size', writeSize(facts.size));
  }
  for (const [key, value] of Object.entries(document.attributes ?? {})) addAttribute(facts, language, key, value);
  facts.stated = new Set([...values.keys(), ...facts.numbers.keys()]);
  addTitle(facts, language, document.title);
  addOtherNames(values, language);
  return facts;
}

function addNamed(
  values: Map<string, Set<string>>,
  language: SearchLanguage,
  facet: string,
  name: string | undefined,
): void {
  if (name === undefined || name.trim() === '') return;
  for (const value of canonicalValues(language, facet, name)) add(values, facet, value);
}

/** A catalogue's own name for a value under the lexicon's names; as written where the lexicon does not know it. */
function canonicalValues(language: SearchLanguage, facet: string, name: string): string[] {
  const known = language.resolve(facet, name);
  return known.length > 0 ? known : [name.trim().toLowerCase()];
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
    if (one.length <= LONGEST_VALUE) addNamed(facts.values, language, facet, one);
  }
}

/** What the title names fills the facets nothing else speaks of; elsewhere it is only mentioned. */
function addTitle(facts: ListingFacts, language: SearchLanguage, title: string): void {
  const stated = new Map<string, Set<string>>();
  const found = language.conceptsIn(title).map(({ id, span }) => {
    const colon = id.indexOf(':');
    return { facet: id.slice(0, colon), value: id.slice(colon + 1), ...span };
  });
  for (const { facet, value } of found) if (facet === 'kind') add(stated, facet, value);
  const properties = found.filter(({ facet }) => !NAMES_OF_THINGS.has(facet) && !NOT_READ_FROM_TITLES.has(facet));
  for (const { facet, value, start, end } of properties) {
    add(stated, facet, value);
    if (TELLING_FACETS.has(facet)) continue;
    for (const { text } of analyse(title.slice(start, end))) facts.propertyWords.add(text);
  }
  const propertyStarts = new Set(properties.map(({ start }) => start));
  for (const value of headCategories(title, found, propertyStarts)) add(stated, 'category', value);
  for (const [facet, values] of stated) {
    const known = facts.values.get(facet);
    if (known === undefined && !facts.numbers.has(facet)) {
      facts.values.set(facet, values);
      continue;
    }
    for (const value of values) {
      if (known?.has(value)) continue;
      // A catalogue that says "jackets" of a "puffer jacket" means that kind of jacket.
      const isNarrower =
        facet === 'category' && language.broader(`category:${value}`).some((id) => known?.has(id.slice(9)));
      if (isNarrower) known?.add(value);
      else add(facts.mentioned, facet, value);
    }
  }
}

/** What the values say under other names too: `pockets:true` is also `details:pockets`. */
function addOtherNames(values: Map<string, Set<string>>, language: SearchLanguage): void {
  const ids = new Set([...values].flatMap(([facet, named]) => [...named].map((value) => `${facet}:${value}`)));
  for (let more = language.alsoMeans(ids); more.length > 0; more = language.alsoMeans(ids)) {
    for (const id of more) {
      ids.add(id);
      const colon = id.indexOf(':');
      add(values, id.slice(0, colon), id.slice(colon + 1));
    }
  }
}

function add(values: Map<string, Set<string>>, facet: string, value: string): void {
  const known = values.get(facet);
  if (known) known.add(value);
  else values.set(facet, new Set([value]));
}
