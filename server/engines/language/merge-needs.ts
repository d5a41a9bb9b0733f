import type { Constraint, Need } from './need.ts';

/**
 * A follow-up's need on top of the need it refines: what is new in a facet replaces what was said of it, a new category
 * starts afresh except for budget, size and who it is for, and exclusions add up.
 */
export function mergeNeeds(previous: Need, next: Need): Need {
  const isNewThing = next.must.some(
    (each) => each.facet === 'category' && each.operator === 'is' && !isSameCategory(previous, each),
  );
  const kept = previous.must.filter((old) => {
    if (isNewThing && !/^(?:price|department|size)$/.test(old.facet)) return false;
    return !next.must.some((fresh) => replaces(fresh, old));
  });
  const wishes = isNewThing
    ? []
    : previous.wishes.filter((old) => !next.wishes.some((fresh) => fresh.facet === old.facet));
  const merged: Need = {
    must: [...kept.map(withoutSpan), ...next.must],
    wishes: [...wishes.map((wish) => ({ ...wish, span: undefined })), ...next.wishes],
    terms: isNewThing ? next.terms : [...new Set([...keptTerms(previous, kept), ...next.terms])],
  };
  if (next.reference) merged.reference = next.reference;
  return merged;
}

/** The words of what was replaced go with it: who now wants blue no longer looks for red. */
function keptTerms(previous: Need, kept: readonly Constraint[]): string[] {
  const gone = previous.must.filter((old) => old.operator === 'is' && !kept.includes(old));
  const words = new Set(gone.flatMap(({ anyOf }) => anyOf.flatMap((value) => [value, value.replaceAll('-', ' ')])));
  return previous.terms.filter((term) => !words.has(term.toLowerCase()));
}

function isSameCategory(previous: Need, next: Constraint): boolean {
  return previous.must.some(
    (old) => old.facet === 'category' && old.operator === 'is' && old.anyOf.some((value) => next.anyOf.includes(value)),
  );
}

function replaces(fresh: Constraint, old: Constraint): boolean {
  if (fresh.key === old.key) return true;
  if (fresh.facet !== old.facet) return false;
  if (fresh.operator === 'is-not')
    return old.operator === 'is' && old.anyOf.every((value) => fresh.anyOf.includes(value));
  if (old.operator === 'is-not')
    return fresh.operator === 'is' && fresh.anyOf.some((value) => old.anyOf.includes(value));
  return true;
}

/** Spans point into the earlier text and mean nothing now. */
function withoutSpan(constraint: Constraint): Constraint {
  const { span: _span, ...rest } = constraint;
  return rest;
}
