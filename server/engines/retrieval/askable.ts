import type { Need } from '#engines/language';
import type { FilterContext } from './constraint-filter.ts';

/** The share of listings that must state a category for a catalogue to be sorted. */
const MOSTLY_SORTED = 0.5;
/** The share that must state a facet for it to be asked for where the catalogue is not sorted. */
const OFTEN_STATED = 0.1;

/**
 * What this catalogue can be asked for. One that sorts its listings into categories is taken at its word. In one that
 * does not, what hardly any listing states is looked for by its words: the few titles the lexicon happens to read
 * would hide the rest, and a wish would lift them above what was asked for.
 */
export function askable(need: Need, { store, facets }: FilterContext): Pick<Need, 'must' | 'wishes'> {
  if (facets.stating('category') >= store.size * MOSTLY_SORTED) return need;
  const isAskable = (facet: string): boolean => {
    const isPrice = facet === 'price' || facet === 'priceLevel';
    return (isPrice ? store.priced : facets.stating(facet)) >= store.size * OFTEN_STATED;
  };
  return {
    must: need.must.filter(({ facet, operator }) => operator === 'is-not' || isAskable(facet)),
    wishes: need.wishes.filter(({ facet }) => isAskable(facet)),
  };
}
