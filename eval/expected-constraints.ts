import type { CorpusRow } from './catalogue.ts';

/**
 * What must hold for a request, as `must.jsonl` states it: a facet with its value or values, the same with `not` before it
 * (`notColour`), `sizeValue` and `sizeSystem`, `priceMin` and `priceMax` in the currency of the listings.
 */
export type Expected = Record<string, string | number | string[]>;

/** Whether a listing holds everything that is expected. */
export function holdsExpected(row: CorpusRow, expected: Expected): boolean {
  return Object.entries(expected).every(([name, wanted]) => {
    if (name === 'priceMin') return row.price !== undefined && row.price >= Number(wanted);
    if (name === 'priceMax') return row.price !== undefined && row.price <= Number(wanted);
    if (name === 'sizeValue') return String(row.size?.value) === wanted;
    if (name === 'sizeSystem') return row.size?.system === wanted;
    const excluded = /^not([A-Z].*)$/.exec(name)?.[1];
    const facet = (excluded ?? name).replace(/^[A-Z]/, (letter) => letter.toLowerCase());
    const isStated = [wanted].flat().includes(String((row as Record<string, unknown>)[facet]));
    return excluded === undefined ? isStated : !isStated;
  });
}
