import { after, before, hasCue, isComma, isThing } from './items.ts';
import { conceptFacet, conceptValue, type Lexicon } from './lexicon.ts';
import type { Item } from './match.ts';
import type { Constraint, Language, Wish } from './need.ts';
import { ruledOut, satisfying } from './widen.ts';

/** Facets that filter as soon as they are named. */
const HARD_FACETS = new Set(['category', 'department', 'colour', 'material', 'pattern', 'condition', 'length']);
/** Facets that are never constraints or wishes by themselves. */
const SILENT_FACETS = new Set(['aspect', 'currency', 'unit']);
/** Conditions that say how a thing came to be for sale, not the state it is in. */
const SOFT_CONDITIONS = new Set(['condition:vintage', 'condition:pre-owned']);

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
  if (categories.items.length > 0) built.must.push(categoryConstraint(lexicon, categories));
  const excluded = items.filter((item) => item.isNegated);
  const groups = groupWanted(items, context, categories.items);
  for (const item of things) if (item.isPartialBrand && !context.has(item)) addPartialBrand(built, item);
  for (const group of groups) addGroup(lexicon, built, group, categories.values);
  for (const item of excluded) addExclusion(lexicon, built, item, categories.values, isWord);
  return { must: mergeConstraints(dropImplied(lexicon, built.must)), wishes: uniqueWishes(built.wishes) };
}

/** Settles labels that leave a facet open by what else is spoken of: 长裙 with a red carpet is a dress. */
function settleSenses(items: Item[], things: Item[]): void {
  const spoken = new Map<string, number>();
  const count = (key: string): void => void spoken.set(key, (spoken.get(key) ?? 0) + 1);
  for (const thing of things) for (const key of new Set(thing.ids.flatMap(keysOf))) count(key);
  for (const item of items) {
    const own = new Set(item.ids.flatMap(keysOf));
    for (const [when, keep] of item.entry?.prefer ?? []) {
      const applies = when.some((condition) => (spoken.get(condition) ?? 0) > (own.has(condition) ? 1 : 0));
      if (!applies) continue;
      const facets = new Set(keep.map(conceptFacet));
      item.ids = [...item.ids.filter((id) => !facets.has(conceptFacet(id))), ...keep];
      break;
    }
  }
}

/** How a sense may refer to a concept: by id, by value, by `facet:`. */
function keysOf(id: string): string[] {
  return [id, conceptValue(id), `${conceptFacet(id)}:`];
}

/** Things a wanted thing should go with ("shoes to match my red dress") are not wanted themselves. */
function findContext(items: Item[]): Set<Item> {
  const context = new Set<Item>();
  for (let at = 0; at < items.length; at++) {
    if (!hasCue(items[at], 'match-with')) continue;
    const isBehind = items.slice(0, at).some((item) => item.ids.some((id) => conceptFacet(id) === 'category'));
    for (let index = at + 1; index < items.length; index++) {
      const item = items[index]!;
      if (isComma(item) || (item.kind === 'symbol' && /[.;!?。；！？]/.test(item.text))) break;
      context.add(item);
      const isHead = !isBehind && item.text !== '' && items[index + 1]?.text === '的';
      if (isHead && item.ids.some((id) => conceptFacet(id) === 'category')) break;
    }
  }
  return context;
}

type Categories = { items: Item[]; values: string[] };

/** Words after which a category says what a thing is for, not what it is. */
const PURPOSE = /(?:^| )(?:for|under|over|inside|of)(?: |$)/;

function chooseCategories(lexicon: Lexicon, items: Item[], context: Set<Item>, language: Language): Categories {
  const chosen: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (!isThing(item) || item.isNegated || context.has(item)) continue;
    if (!item.ids.some((id) => conceptFacet(id) === 'category')) continue;
    const previous = chosen[chosen.length - 1];
    if (!previous) {
      chosen.push(item);
      continue;
    }
    const joint = between(items, items.indexOf(previous), at);
    const isListed = joint.some((each) => hasCue(each, 'or', 'and') || isComma(each));
    if (isListed) chosen.push(item);
    else if (joint.some((each) => PURPOSE.test(each.text.toLowerCase()))) continue;
    else if (language !== 'fa' && joint.length === 0) chosen[chosen.length - 1] = item;
    else if (language === 'zh' && joint.every((each) => each.text === '的')) chosen[chosen.length - 1] = item;
  }
  const values = new Set<string>();
  for (const item of chosen) {
    for (const id of item.ids) {
      if (conceptFacet(id) !== 'category') continue;
      for (const narrower of lexicon.narrower(id)) values.add(conceptValue(narrower));
    }
  }
  return { items: chosen, values: [...values] };
}

function between(items: Item[], from: number, to: number): Item[] {
  return items.slice(from + 1, to);
}

function categoryConstraint(lexicon: Lexicon, categories: Categories): Constraint {
  const named = categories.items.flatMap((item) =>
    item.ids.filter((id) => conceptFacet(id) === 'category').map(conceptValue),
  );
  const first = categories.items[0]!;
  const last = categories.items[categories.items.length - 1]!;
  const ordered = [...named, ...categories.values.filter((value) => !named.includes(value))];
  void lexicon;
  return {
    key: `category:is:${[...new Set(named)].join('|')}`,
    facet: 'category',
    operator: 'is',
    anyOf: [...new Set(ordered)],
    bendable: true,
    span: { start: first.start, end: last.end },
  };
}

/** Things of one facet that stand in one list: any of them will do. */
type Group = {
  facet: string;
  ids: string[];
  brands: string[];
  items: Item[];
  isDemanded: boolean;
  isHedged: boolean;
  isFirst: boolean;
};

function groupWanted(items: Item[], context: Set<Item>, categoryItems: Item[]): Group[] {
  const groups: Group[] = [];
  const lastOf = new Map<string, { group: Group; at: number }>();
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (!isThing(item) || item.isNegated || context.has(item)) continue;
    const byFacet = new Map<string, string[]>();
    for (const id of item.ids) {
      const facet = conceptFacet(id);
      if (SILENT_FACETS.has(facet) || isWeakHere(items, at, id)) continue;
      if (facet === 'category' && categoryItems.includes(item)) continue;
      byFacet.set(facet, [...(byFacet.get(facet) ?? []), id]);
    }
    chooseReading(byFacet, item);
    for (const [facet, ids] of byFacet) {
      const previous = lastOf.get(facet);
      const isListed = previous !== undefined && isOneList(items, previous.at, at);
      if (previous && isListed) {
        previous.group.ids.push(...ids);
        previous.group.items.push(item);
        previous.at = at;
        continue;
      }
      const group: Group = {
        facet,
        ids: [...ids],
        brands: [],
        items: [item],
        isDemanded: isDemandedHere(items, at),
        isHedged: isHedgedHere(items, at),
        isFirst: previous === undefined,
      };
      groups.push(group);
      lastOf.set(facet, { group, at });
    }
    if (item.brands.length > 0 && !item.isPartialBrand) {
      const previous = lastOf.get('brand');
      if (previous) {
        previous.group.brands.push(...item.brands);
        previous.group.items.push(item);
      } else {
        const group: Group = {
          facet: 'brand',
          ids: [],
          brands: [...item.brands],
          items: [item],
          isDemanded: isDemandedHere(items, at),
          isHedged: isHedgedHere(items, at),
          isFirst: true,
        };
        groups.push(group);
        lastOf.set('brand', { group, at });
      }
    }
  }
  return groups;
}

/** An item that reads in several facets keeps the one its words mostly mean; implied ones stay. */
function chooseReading(byFacet: Map<string, string[]>, item: Item): void {
  if (item.entry?.isSense || byFacet.size < 2) return;
  const order = ['department', 'colour', 'condition', 'material', 'pattern', 'length', 'category'];
  const hard = order.find((facet) => byFacet.has(facet));
  if (hard === undefined || hard === 'category' || hard === 'length') return;
  const first = conceptFacet(item.ids[0]!);
  if (first === 'category') return;
  for (const facet of [...byFacet.keys()]) if (facet !== hard && order.includes(facet)) byFacet.delete(facet);
}

/** A weak word ("light", "down", "glass") counts only beside a thing, or as nearly the whole text. */
function isWeakHere(items: Item[], at: number, id: string): boolean {
  const item = items[at]!;
  if (!item.entry?.weakIds.includes(id)) return false;
  const neighbours = [items[at + 1], items[at + 2], items[at - 1]];
  return items.length > 3 && !neighbours.some((other) => other !== undefined && isThing(other));
}

function isOneList(items: Item[], from: number, to: number): boolean {
  const joint = between(items, from, to);
  if (joint.length === 0) return true;
  if (joint.length > 3) return false;
  return joint.every(
    (item) =>
      hasCue(item, 'or', 'and', 'hedge', 'dark', 'light', 'intensifier') ||
      isComma(item) ||
      /^[的色or]+$/.test(item.text),
  );
}

/** Looks left and right within the clause for "must", 必须, «حتماً» and the like. */
function isDemandedHere(items: Item[], at: number): boolean {
  return hasNearby(items, at, 'demand');
}

function isHedgedHere(items: Item[], at: number): boolean {
  return hasNearby(items, at, 'hedge') && !hasNearby(items, at, 'demand');
}

function hasNearby(items: Item[], at: number, cue: string): boolean {
  for (let index = at - 1; index >= 0 && index >= at - 5; index--) {
    const item = items[index]!;
    if (isComma(item) || item.kind === 'symbol') break;
    if (hasCue(item, cue)) return true;
  }
  for (let index = at + 1; index < items.length && index <= at + 3; index++) {
    const item = items[index]!;
    if (isComma(item) || item.kind === 'symbol' || isThing(item)) break;
    if (hasCue(item, cue)) return true;
  }
  return false;
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
function dropImplied(lexicon: Lexicon, must: Constraint[]): Constraint[] {
  void lexicon;
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

export { after, before };
