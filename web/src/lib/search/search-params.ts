import { minorDigits } from '../i18n/minor-digits';

export type View = 'answer' | 'results' | null;

/** What the address of a results page says. Prices are written in whole money there: `from=20&to=120`. */
export type SearchRequest = {
  q: string;
  view: View;
  sort: (typeof sorts)[number];
  without: string[];
  from: string;
  to: string;
  currency: string;
  cursor: string | null;
  filters: [name: string, value: string][];
};

const filterNames = [
  'category',
  'department',
  'brand',
  'size',
  'colour',
  'condition',
  'material',
  'attribute',
  'closet',
] as const;
export const sorts = ['best', 'newest', 'price-ascending', 'price-descending'] as const;

export function readSearchRequest(params: URLSearchParams): SearchRequest {
  const view = params.get('view');
  const currency = params.get('currency') ?? '';
  return {
    q: (params.get('q') ?? '').trim().slice(0, 500),
    view: view === 'answer' || view === 'results' ? view : params.has('answer') ? 'answer' : null,
    sort: sorts.find((sort) => sort === params.get('sort')) ?? 'best',
    without: params.getAll('without'),
    from: readAmount(params.get('from')),
    to: readAmount(params.get('to')),
    currency: /^[A-Z]{3}$/.test(currency) ? currency : 'USD',
    cursor: params.get('cursor'),
    filters: filterNames.flatMap((name) =>
      params
        .getAll(name)
        .filter(Boolean)
        .map((value): [string, string] => [name, value]),
    ),
  };
}

/** The request as the API takes it: amounts in minor units. */
export function toApiQuery(request: SearchRequest): URLSearchParams {
  const query = new URLSearchParams({ q: request.q, sort: request.sort });
  for (const key of request.without) query.append('without', key);
  for (const [name, value] of request.filters) query.append(name, value);
  const scale = 10 ** minorDigits(request.currency);
  if (request.from !== '') query.set('priceMin', String(Math.round(Number(request.from) * scale)));
  if (request.to !== '') query.set('priceMax', String(Math.round(Number(request.to) * scale)));
  if (request.from !== '' || request.to !== '') query.set('currency', request.currency);
  if (request.cursor) query.set('cursor', request.cursor);
  return query;
}

/** The filter parameter of a facet: its own name, or `attribute=key:value`. */
export function filterParam(facet: string, value: string): [name: string, value: string] {
  return filterNames.some((name) => name === facet) ? [facet, value] : ['attribute', `${facet}:${value}`];
}

type Change = { set?: Record<string, string | null>; add?: [string, string]; remove?: [string, string] };

/** The same results page with something changed, from its beginning. */
export function changed(params: URLSearchParams, { set = {}, add, remove }: Change): string {
  const pairs = [...params].filter(
    ([name, value]) =>
      name !== 'cursor' &&
      name !== 'answer' &&
      name !== 'filters' &&
      !(name in set) &&
      !(remove && name === remove[0] && value === remove[1]),
  );
  for (const [name, value] of Object.entries(set)) if (value !== null) pairs.push([name, value]);
  if (add) pairs.push(add);
  return `?${new URLSearchParams(pairs)}`;
}

/** An amount as people type it, in any of our digits, with a comma or point; empty when it is none. */
function readAmount(text: string | null): string {
  const latin = (text ?? '')
    .replace(/[۰-۹]/g, (digit) => String('۰۱۲۳۴۵۶۷۸۹'.indexOf(digit)))
    .replace(/[٫,]/, '.')
    .replace(/[^\d.]/g, '');
  return latin !== '' && Number.isFinite(Number(latin)) && Number(latin) < 1e9 ? latin : '';
}
