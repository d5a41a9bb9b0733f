import { categoryConstraint, chooseCategories, findContext } from './categories.ts';
import { chooseReading, type Group, groupWanted, SILENT_FACETS } from './groups.ts';
import { isThing } from './items.ts';
import { conceptFacet, conceptValue, type Lexicon } from './lexicon.ts';
import type { Item } from './match.ts';
import type { Constraint, Language, Wish } from './need.ts';
import { settleSenses } from './senses.ts';
import { ruledOut, satisfying } from './widen.ts';

/** Facets that filter as soon as they are named. */
const HARD_FACETS = new Set(['category', 'department', 'colour', 'material', 'pattern', 'condition', 'length']);
/** Conditions that say how a thing came to be for sale, not the state it is in. */
const SOFT_CONDITIONS = new Set(['condition:vintage', 'condition:pre-owned']);

/** Facets that make kinds of one category. */
const KIND_FACETS = new Set([
  'heelType',
  'headphoneType',
  'style',
  'silhouette',
  'length',
  'sleeve',
  'neckline',
  'fit',
]);

export type Built = { must: Constraint[]; wishes: Wish[] };

/** Turns what a text names in constraints and wishes; prices, sizes and measurements are read before. */
export function buildNeed(
  lexicon: Lexicon,
  items: Item[],
  language: Language,
  isWord: (word: string) => boolean,
): Built {
  const things = items.filter((item) => isThing(item) && !item.isNegated);
  settleSenses(items, things);
  const context = findContext(items);
  const categories = chooseCategories(lexicon, items, context, language);
  const built: Built = { must: [], wishes: [] };
  if (categories.items.length > 0) built.must.push(categoryConstraint(categories));
  const excluded = items.filter((item) => item.isNegated);
  const groups = groupWanted(items, context, categories.items);
  for (const item of things) if (item.isPartialBrand && !context.has(item)) addPartialBrand(built, item);
  for (const group of groups) addGroup(lexicon, built, group, categories.values);
  for (const item of excluded) addExclusion(lexicon, built, item, categories.values, isWord);
  return { must: mergeConstraints(dropImplied(built.must)), wishes: uniqueWishes(built.wishes) };
}

/** Part of a brand's name ("ferragamo") may be an everyday word: it speaks for the brand without filtering. */
function addPartialBrand(built: Built, item: Item): void {
  const span = { start: item.start, end: item.end };
  for (const value of item.brands) {
    built.wishes.push({
      key: `brand:${value}`,
      facet: 'brand',
      value,
      grantedBy: [{ facet: 'brand', value, weight: 1 }],
      span,
    });
  }
}

function addGroup(lexicon: Lexicon, built: Built, group: Group, categories: string[]): void {
  const span = { start: group.items[0]!.start, end: group.items[group.items.length - 1]!.end };
  if (group.facet === 'brand') {
    const brands = [...new Set(group.brands)];
    built.must.push({
      key: `brand:is:${brands.join('|')}`,
      facet: 'brand',
      operator: 'is',
      anyOf: brands,
      bendable: true,
      span,
    });
    return;
  }
  const ids = [...new Set(group.ids)];
  if (group.facet === 'category') {
    for (const id of ids) built.wishes.push(wishFor(lexicon, id, span, categories, 0.4));
    return;
  }
  if (group.facet === 'condition' && ids.every((id) => SOFT_CONDITIONS.has(id))) {
    for (const id of ids) if (id === 'condition:vintage') built.wishes.push(wishFor(lexicon, id, span, categories));
    return;
  }
  const isHard = HARD_FACETS.has(group.facet)
    ? !group.isHedged && group.isFirst
    : group.isDemanded && isAttribute(group.facet);
  if (!isHard) {
    for (const id of ids) built.wishes.push(wishFor(lexicon, id, span, categories));
    return;
  }
  const values = new Set<string>();
  for (const id of ids) for (const value of satisfying(lexicon, id, categories)) values.add(value);
  built.must.push({
    key: `${group.facet}:is:${ids.map(conceptValue).join('|')}`,
    facet: group.facet,
    operator: 'is',
    anyOf: [...values],
    bendable: !group.isDemanded,
    span,
  });
}

/** Whether listings state the facet; occasions, effects and people are judged from attributes and stay wishes. */
function isAttribute(facet: string): boolean {
  return !/^(?:occasion|activity|effect|season|recipient|style|priceLevel|comfort|durability|sound)$/.test(facet);
}

function addExclusion(
  lexicon: Lexicon,
  built: Built,
  item: Item,
  categories: string[],
  isWord: (word: string) => boolean,
): void {
  const span = { start: item.start, end: item.end };
  if (item.brands.length > 0) {
    const key = `brand:is-not:${item.brands.join('|')}`;
    built.must.push({ key, facet: 'brand', operator: 'is-not', anyOf: item.brands, bendable: false, span });
    return;
  }
  const facets = new Map<string, string[]>();
  for (const id of item.ids) {
    const facet = conceptFacet(id);
    if (!SILENT_FACETS.has(facet)) facets.set(facet, [...(facets.get(facet) ?? []), id]);
  }
  if (facets.size === 0) {
    const word = item.text.toLowerCase();
    if (item.kind !== 'word' || !isWord(word)) return;
    built.must.push({
      key: `term:is-not:${word}`,
      facet: 'term',
      operator: 'is-not',
      anyOf: [word],
      bendable: false,
      span,
    });
    return;
  }
  chooseReading(facets, item);
  // "No prairie dresses" leaves out prairie dresses, not dresses.
  if (facets.has('kind')) for (const facet of [...facets.keys()]) if (facet !== 'kind') facets.delete(facet);
  // "Heels, no stilettos" leaves out a kind of the heels that are wanted, not heels.
  const isKindOfWanted = facets.get('category')?.every((id) => categories.includes(conceptValue(id))) ?? false;
  if (isKindOfWanted && [...facets.keys()].some((facet) => KIND_FACETS.has(facet))) facets.delete('category');
  for (const [facet, ids] of facets) {
    if (facet === 'category' && ids.some((id) => conceptValue(id) === 'heels') && categories.length > 0) {
      built.must.push(exclusion('heelType', ['stiletto', 'block', 'kitten', 'wedge', 'mid', 'high'], 'heels', span));
    }
    const values = new Set<string>();
    for (const id of ids) for (const value of ruledOut(lexicon, id)) values.add(value);
    built.must.push(exclusion(facet, [...values], ids.map(conceptValue).join('|'), span));
  }
}

function exclusion(facet: string, anyOf: string[], name: string, span: { start: number; end: number }): Constraint {
  return { key: `${facet}:is-not:${name}`, facet, operator: 'is-not', anyOf, bendable: false, span };
}

function wishFor(
  lexicon: Lexicon,
  id: string,
  span: { start: number; end: number },
  categories: readonly string[],
  strength = 1,
): Wish {
  const concept = lexicon.concepts.get(id);
  const facet = conceptFacet(id);
  const granted = new Map<string, { facet: string; value: string; weight: number }>();
  const grant = (of: string, value: string, weight: number): void => {
    const key = `${of}:${value}`;
    const known = granted.get(key);
    if (!known || known.weight < weight) granted.set(key, { facet: of, value, weight: weight * strength });
  };
  for (const value of satisfying(lexicon, id, categories)) grant(facet, value, 1);
  for (const near of concept?.near ?? []) grant(conceptFacet(near), conceptValue(near), 0.4);
  for (const [of, value, weight] of concept?.grants ?? []) grant(of, value, weight);
  return { key: id, facet, value: conceptValue(id), grantedBy: [...granted.values()], span };
}

/** An exclusion of something wanted in the same breath only narrows it: "boots, not ankle boots". */
function dropImplied(must: Constraint[]): Constraint[] {
  for (const constraint of must) {
    if (constraint.operator !== 'is') continue;
    const excluded = must.filter((other) => other.operator === 'is-not' && other.facet === constraint.facet);
    if (excluded.length === 0) continue;
    const wanted = new Set(constraint.key.slice(constraint.key.indexOf(':is:') + 4).split('|'));
    for (const other of excluded) {
      const named = other.key.slice(other.key.indexOf(':is-not:') + 8).split('|');
      other.anyOf = other.anyOf.filter((value) => named.includes(value) || !wanted.has(value));
      if (named.every((value) => wanted.has(value))) continue;
      constraint.anyOf = constraint.anyOf.filter((value) => !other.anyOf.includes(value) || wanted.has(value));
    }
  }
  return must;
}

/** The same constraint said twice is one. */
function mergeConstraints(must: Constraint[]): Constraint[] {
  const byKey = new Map<string, Constraint>();
  for (const constraint of must) if (!byKey.has(constraint.key)) byKey.set(constraint.key, constraint);
  return [...byKey.values()];
}

function uniqueWishes(wishes: Wish[]): Wish[] {
  const byKey = new Map<string, Wish>();
  for (const wish of wishes) if (!byKey.has(wish.key)) byKey.set(wish.key, wish);
  return [...byKey.values()];
}
