import { conceptFacet, conceptValue } from './lexicon.ts';
import type { Item } from './match.ts';

/** Settles labels that leave a facet open by what else is spoken of: 长裙 with a red carpet is a dress. */
export function settleSenses(items: Item[], things: Item[]): void {
  const spoken = new Map<string, number>();
  const count = (key: string): void => void spoken.set(key, (spoken.get(key) ?? 0) + 1);
  for (const thing of things) for (const key of new Set(thing.ids.flatMap(keysOf))) count(key);
  for (const item of items) {
    const own = new Set(item.ids.flatMap(keysOf));
    for (const [when, keep] of item.entry?.prefer ?? []) {
      const applies = when.some((condition) => (spoken.get(condition) ?? 0) > (own.has(condition) ? 1 : 0));
      if (!applies) continue;
      const facets = new Set(keep.map(conceptFacet));
      item.ids = [...item.ids.filter((id) => !facets.has(conceptFacet(id))), ...keep.filter((id) => !id.endsWith(':'))];
      break;
    }
  }
}

/** How a sense may refer to a concept: by id, by value, by `facet:`. */
function keysOf(id: string): string[] {
  return [id, conceptValue(id), `${conceptFacet(id)}:`];
}
