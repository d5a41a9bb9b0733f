import type { SearchQuery } from '#contract/search';
import type { Constraint, LanguageEngine } from '#engines/language';

/** Filters of the page as constraints that never bend. Values of one facet are alternatives; a category includes what is narrower. */
export function filtersToConstraints(
  query: SearchQuery,
  language: LanguageEngine,
  defaults: { currency: string; closetIds: string[] },
): Constraint[] {
  const constraints: Constraint[] = [];
  const add = (facet: string, anyOf: string[] | undefined) => {
    if (anyOf && anyOf.length > 0)
      constraints.push({ key: `filter:${facet}`, facet, operator: 'is', anyOf, bendable: false });
  };
  const withKinds = query.category?.flatMap((id) => [`category:${id}`, ...language.narrower(`category:${id}`)]);
  add('category', withKinds && [...new Set(withKinds)].map((concept) => concept.slice('category:'.length)));
  add('department', query.department);
  add('brand', query.brand);
  add('colour', query.colour);
  add('material', query.material);
  add('condition', query.condition);
  add('closetId', defaults.closetIds);
  const byKey = new Map<string, string[]>();
  for (const pair of query.attribute ?? []) {
    const colon = pair.indexOf(':');
    const key = pair.slice(0, colon);
    byKey.set(key, [...(byKey.get(key) ?? []), pair.slice(colon + 1)]);
  }
  for (const [key, values] of byKey) add(key, values);
  if (query.size) {
    constraints.push({
      key: 'filter:size',
      facet: 'size',
      operator: 'is',
      anyOf: [],
      sizes: query.size.map(parseSize),
      bendable: false,
    });
  }
  if (query.priceMin !== undefined || query.priceMax !== undefined) {
    const currency = query.currency ?? defaults.currency;
    constraints.push({
      key: 'filter:price',
      facet: 'price',
      operator: 'range',
      anyOf: [],
      min: query.priceMin,
      max: query.priceMax,
      currency,
      bendable: false,
    });
  }
  return constraints;
}

/** `US 8` names a system, `M` does not. */
function parseSize(text: string): { value: string; system?: string } {
  const match = /^(US|UK|EU|IT|FR|DE|JP|INT|WL|ONE) (.+)$/.exec(text);
  return match ? { system: match[1], value: match[2]! } : { value: text };
}
