import type { Constraint } from '#engines/language';
import type { Bitset } from './bitset.ts';
import { type FilterContext, holding } from './constraint-filter.ts';

/**
 * Listings that could stand in for the kind of thing a constraint asks for: of the same family (the broadest kind, such as
 * furniture), or of no stated kind. Headphones are no near miss of a sofa, whatever their words say.
 */
export function ofSameFamily(constraint: Constraint, context: FilterContext): Bitset {
  const { facets, language } = context;
  const familyOf = (value: string): string => language.broader(`category:${value}`).at(-1) ?? `category:${value}`;
  const families = new Set(constraint.anyOf.map(familyOf));
  const anyOf = [...facets.living('category')].filter((value) => families.has(familyOf(value)));
  const family = holding({ ...constraint, anyOf }, context.store.available(), context);
  const known = facets.having('category');
  for (let word = 0; word < family.length; word++) family[word]! |= ~(known[word] ?? 0);
  return family;
}
