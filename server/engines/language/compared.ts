import { conceptFacet } from './lexicon.ts';
import type { Item } from './match.ts';

/** Two values of one facet, or two categories, held against each other; failing that, what stands on either side. */
export function comparedIds(items: Item[]): string[] {
  const byFacet = new Map<string, string[]>();
  for (const item of items) {
    for (const id of item.ids) {
      if (!isComparable(id)) continue;
      const facet = conceptFacet(id);
      const known = byFacet.get(facet) ?? [];
      if (!known.includes(id)) byFacet.set(facet, [...known, id]);
    }
  }
  // "In-ear or over-ear" names kinds of headphones and, with them, two categories: the kinds are meant.
  const isNearer = (ids: string[], most: string[]) =>
    ids.length > most.length || (ids.length === most.length && most[0]?.startsWith('category:') === true);
  const best = [...byFacet.values()].reduce((most, ids) => (isNearer(ids, most) ? ids : most), []);
  if (best.length >= 2) return best;
  for (let at = 1; at < items.length - 1; at++) {
    if (!/^(?:vs|versus|or|还是|和|یا|و)$/.test(items[at]!.text.toLowerCase())) continue;
    const left = items[at - 1]!.ids.find(isComparable);
    const right = items[at + 1]!.ids.find(isComparable);
    if (left !== undefined && right !== undefined && left !== right) return [left, right];
  }
  return [];
}

function isComparable(id: string): boolean {
  return !/^(?:currency|unit|aspect|recipient|occasion|activity|season):/.test(id);
}
