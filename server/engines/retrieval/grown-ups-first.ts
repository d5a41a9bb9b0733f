import type { Constraint, Need } from '#engines/language';
import { addSlot, type Bitset, emptySet } from './bitset.ts';
import type { FilterContext } from './constraint-filter.ts';

const FACET = 'department';
const CHILDREN = 'children';
/** The share of listings that must say whom they are for; titles alone ("doll's shoes for girls") tell too little. */
const OFTEN_STATED = 0.1;

/**
 * Adults are meant unless a child is spoken of: the listings for children, which then stand behind all others.
 * A preference and no exclusion, so that what there is only for children is still found. Undefined where a child is
 * spoken of, a department was chosen, or the catalogue does not say whom its listings are for.
 */
export function findForChildren(
  need: Need,
  filters: readonly Constraint[],
  { facets, store }: FilterContext,
): Bitset | undefined {
  if (facets.stating(FACET) < store.size * OFTEN_STATED) return undefined;
  const list = facets.list(FACET, CHILDREN);
  if (list === undefined || facets.postings.length(list) === 0) return undefined;
  if ([...need.must, ...filters].some(({ facet }) => facet === FACET)) return undefined;
  const isForChild = need.wishes.some(({ grantedBy }) =>
    grantedBy.some(({ facet, value }) => facet === FACET && value === CHILDREN),
  );
  if (isForChild) return undefined;
  const known = facets.dense(list, store.capacity);
  if (known) return known;
  const set = emptySet(store.capacity);
  const page = facets.postings.page(list);
  const start = facets.postings.offset(list);
  for (let at = start; at < start + facets.postings.length(list); at++) addSlot(set, page[at]!);
  return set;
}
