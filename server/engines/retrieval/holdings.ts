import type { Constraint } from '#engines/language';
import { type Bitset, intersect, subtract } from './bitset.ts';
import { excludedBy, type FilterContext, keepPriced, statedBy } from './constraint-filter.ts';

/** What holds constraints, worked out once a search and only where it is asked for. */
export type Holdings = {
  /** The listings that hold a constraint that is no exclusion and no price; not to be changed. */
  of(constraint: Constraint): Bitset;
  /** Those of a set that hold them all. */
  all(constraints: readonly Constraint[], within: Bitset): Bitset;
};

/** @param widened the set of a constraint with whatever else holds it; it must not change the one it is given */
export function createHoldings(
  context: FilterContext,
  widened: (constraint: Constraint, set: Bitset) => Bitset,
): Holdings {
  const known = new Map<Constraint, Bitset>();

  function of(constraint: Constraint): Bitset {
    const found = known.get(constraint);
    if (found) return found;
    const set = widened(constraint, statedBy(constraint, context));
    known.set(constraint, set);
    return set;
  }

  return {
    of,
    all(constraints, within) {
      const rest = within.slice();
      const isPrice = ({ facet, operator }: Constraint): boolean => facet === 'price' && operator === 'range';
      for (const constraint of constraints) {
        if (constraint.operator === 'is-not') subtract(rest, excludedBy(constraint, context));
        else if (!isPrice(constraint)) intersect(rest, of(constraint));
      }
      // There is no list to look prices up in: they are read last, of what holds the rest.
      for (const constraint of constraints) if (isPrice(constraint)) keepPriced(rest, constraint, context);
      return rest;
    },
  };
}
