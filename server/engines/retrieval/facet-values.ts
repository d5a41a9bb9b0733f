import { type FacetIndex, isNumberEntry, listOfEntry } from './facet-index.ts';

/** What the listing has, facet by facet, in an order that does not depend on how the index was filled. */
export function valuesOf(slot: number, facets: FacetIndex): { facet: string; value: string; list: number }[] {
  const start = facets.entries.offset(slot);
  return [...facets.entries.page(slot).subarray(start, start + facets.entries.length(slot))]
    .filter((entry) => !isNumberEntry(entry))
    .map((entry) => ({ ...facets.names[listOfEntry(entry)]!, list: listOfEntry(entry) }))
    .filter(({ isMention }) => !isMention)
    .sort((a, b) => (a.facet === b.facet ? (a.value < b.value ? -1 : 1) : a.facet < b.facet ? -1 : 1));
}

/** The values a listing has of one facet, in the order of their names. */
export function valuesOfFacet(slot: number, facet: string, { entries, names }: FacetIndex): string[] {
  const page = entries.page(slot);
  const start = entries.offset(slot);
  const values: string[] = [];
  for (let at = start; at < start + entries.length(slot); at++) {
    if (isNumberEntry(page[at]!)) continue;
    const name = names[listOfEntry(page[at]!)]!;
    if (name.facet === facet && !name.isMention) values.push(name.value);
  }
  return values.sort();
}
