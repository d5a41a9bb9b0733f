import type { Constraint, Need, Wish } from '#engines/language';
import type { SearchRequest, SearchResponse } from '#engines/retrieval';

/** Facets that are judged from other attributes; no listing can be held to them. */
const judged = new Set(
  'category occasion activity effect season recipient priceLevel comfort durability sound department'.split(' '),
);
/** A value that grants a wish less surely than this is not the thing that was named. */
const sure = 0.9;
const mostHeld = 4;

/** Adults are meant unless a child is spoken of: a default that gives way when nothing else fits. */
const notForChildren: Constraint = {
  key: 'department:is-not:children',
  facet: 'department',
  operator: 'is-not',
  anyOf: ['children'],
  bendable: true,
};

type Find = (request: SearchRequest) => SearchResponse;

/**
 * Listings that fit a request as a person would read it: what was named of the thing itself ("with a big bow",
 * "over-ear") holds wherever some listing has it, although it is a wish. Where no listing has all of it, as much as
 * possible of it holds. The other listings still stand among the near misses.
 */
export function findMatches(find: Find, need: Need, text: string | undefined, limit: number): SearchResponse {
  const request = { need, text, limit, nearMisses: 12 };
  const named = namedAttributes(need.wishes);
  const defaults = isAboutChildren(need) ? [] : [notForChildren];
  for (const held of narrowing(named)) {
    const found = [defaults, []]
      .map((others) => find({ ...request, filters: [...held, ...others] }))
      .find(({ hits }) => hits.length > 0);
    if (found) return found;
  }
  return find(request);
}

/** What was named of the thing itself, one constraint a facet: values of one facet are alternatives. */
function namedAttributes(wishes: readonly Wish[]): Constraint[] {
  const byFacet = new Map<string, string[]>();
  for (const { facet, grantedBy } of wishes) {
    if (judged.has(facet)) continue;
    const values = grantedBy.filter((grant) => grant.facet === facet && grant.weight >= sure).map(({ value }) => value);
    if (values.length > 0) byFacet.set(facet, [...(byFacet.get(facet) ?? []), ...values]);
  }
  return [...byFacet].slice(0, mostHeld).map(([facet, anyOf]) => ({
    key: `${facet}:is:${anyOf.join('|')}`,
    facet,
    operator: 'is',
    anyOf: [...new Set(anyOf)],
    bendable: true,
  }));
}

/** All constraints, then all but one, then each alone, then none. */
function narrowing(all: Constraint[]): Constraint[][] {
  const without = all.map((_, i) => all.filter((_, j) => j !== i));
  const alone = all.length > 2 ? all.map((one) => [one]) : [];
  return all.length === 0 ? [[]] : [all, ...without.filter((rest) => rest.length > 0), ...alone, []];
}

function isAboutChildren({ must, wishes }: Need): boolean {
  const forChildren = (facet: string, value: string) => facet === 'department' && value === 'children';
  return (
    must.some(({ facet, anyOf }) => anyOf.some((value) => forChildren(facet, value))) ||
    wishes.some(({ grantedBy }) => grantedBy.some(({ facet, value }) => forChildren(facet, value)))
  );
}
