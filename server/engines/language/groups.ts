import { between } from './categories.ts';
import { hasCue, isComma, isThing } from './items.ts';
import { conceptFacet } from './lexicon.ts';
import type { Item } from './match.ts';

/** Facets that are never constraints or wishes by themselves. */
export const SILENT_FACETS = new Set(['aspect', 'currency', 'unit']);

/** Things of one facet that stand in one list: any of them will do. */
export type Group = {
  facet: string;
  ids: string[];
  brands: string[];
  items: Item[];
  isDemanded: boolean;
  isHedged: boolean;
  isFirst: boolean;
};

export function groupWanted(items: Item[], context: Set<Item>, categoryItems: Item[]): Group[] {
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
export function chooseReading(byFacet: Map<string, string[]>, item: Item): void {
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
