import type { Locale } from '#contract/common';
import type { SearchQuery, SearchResponse } from '#contract/search';
import type { Constraint, Understanding } from '#engines/language';
import { findClosetByHandle, type Labels, readCards } from '#modules/catalog';
import { applyMemory, recall } from '#modules/memory';
import type { Ctx } from '#platform/context';
import type { Search } from './create-search.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { filtersToConstraints } from './filters.ts';
import { describeConstraint, type NeedPresenter } from './present-need.ts';

const facetNames = [
  'category',
  'department',
  'brand',
  'size',
  'colour',
  'condition',
  'material',
  'length',
  'headphoneType',
  'noiseCancelling',
  'waterproof',
];
const mostFacetValues = 40;
const mostNearMisses = 24;

/** Understand, retrieve, hydrate, present. A sold listing is gone here as soon as the index hears of it. */
export async function searchListings(
  ctx: Ctx,
  options: { search: Search; labels: Labels; presentNeed: NeedPresenter; query: SearchQuery; locale: Locale },
): Promise<SearchResponse> {
  const { query, labels, locale, search } = options;
  const removed = new Set(query.without ?? []);
  const facts = query.q === '' ? [] : await recall(ctx);
  const read = applyMemory(search.language, search.understand(query.q), facts);
  const understood = withoutChips(read, removed);
  const closetIds = await closetIdsOf(ctx, query.closet);
  const filters = filtersToConstraints(query, search.language, { currency: ctx.config.currency, closetIds });
  const offset = query.cursor ? decodeCursor(query.cursor, query) : 0;

  const found = search.index.search({
    need: understood.need,
    text: textWithout(read, removed),
    filters,
    sort: query.sort,
    limit: query.limit,
    offset,
    nearMisses: offset === 0 && query.sort === 'best' ? mostNearMisses : 0,
    withRelated: true,
    facets: facetNames,
  });
  const cards = await readCards(
    ctx,
    [...found.hits.map((hit) => hit.id), ...found.nearMisses.map((miss) => miss.id)],
    locale,
  );
  const byId = new Map(cards.filter((card) => card.status === 'available').map((card) => [card.id, card]));
  const musts = new Map(understood.need.must.map((must) => [must.key, must]));
  const seen = offset + found.hits.length;

  return {
    results: found.hits.flatMap((hit) => {
      const card = byId.get(hit.id);
      return card ? [{ ...card, grants: hit.wishes }] : [];
    }),
    nearMisses: found.nearMisses.flatMap((miss) => {
      const listing = byId.get(miss.id);
      if (!listing) return [];
      const bends = miss.bends.map(({ key, facet, wanted, has }) => ({
        key,
        facet,
        wanted: wanted ?? (musts.has(key) ? describeConstraint(musts.get(key)!, labels, locale) : facet),
        has: has === undefined ? null : labels.value(facet, has, locale),
      }));
      return [{ listing, bends }];
    }),
    total: found.total,
    need: options.presentNeed(understood, locale),
    facets: presentFacets(found.facets, filters, query.category ?? [], labels, locale),
    priceRange: found.priceRange
      ? {
          min: { minor: found.priceRange.min, currency: found.priceRange.currency },
          max: { minor: found.priceRange.max, currency: found.priceRange.currency },
        }
      : null,
    nextCursor: seen < found.total && found.hits.length > 0 ? encodeCursor(seen, query) : null,
  };
}

/** What was understood, less the chips that the reader took off; their words no longer search either. */
export function withoutChips(understood: Understanding, removed: ReadonlySet<string>): Understanding {
  if (removed.size === 0) return understood;
  const { need } = understood;
  const gone = [...need.must, ...need.wishes].filter((chip) => removed.has(chip.key));
  const words = new Set(
    gone.flatMap(({ span }) => (span ? understood.text.slice(span.start, span.end).toLowerCase().split(/\s+/) : [])),
  );
  const values = new Set(gone.flatMap((chip) => ('anyOf' in chip ? chip.anyOf : [chip.value])));
  return {
    ...understood,
    need: {
      ...need,
      must: need.must.filter((must) => !removed.has(must.key)),
      wishes: need.wishes.filter((wish) => !removed.has(wish.key)),
      terms: need.terms.filter((term) => !words.has(term.toLowerCase()) && !values.has(term)),
    },
  };
}

/** The words as typed, with blanks for the chips that the reader took off, so that spans still point at the same words. */
export function textWithout({ text, need }: Understanding, removed: ReadonlySet<string>): string {
  let kept = text;
  for (const { key, span } of [...need.must, ...need.wishes]) {
    if (!span || !removed.has(key)) continue;
    kept = kept.slice(0, span.start) + ' '.repeat(span.end - span.start) + kept.slice(span.end);
  }
  return kept;
}

/** Closets by their handles; an unknown one matches nothing. */
async function closetIdsOf(ctx: Ctx, handles: string[] | undefined): Promise<string[]> {
  if (!handles) return [];
  const rows = await Promise.all(handles.map((handle) => findClosetByHandle(ctx.db, handle)));
  return rows.map((row) => row?.id ?? 'none');
}

function presentFacets(
  counts: Record<string, { value: string; count: number }[]>,
  filters: Constraint[],
  /** As asked for; the filter also carries what is narrower. */
  categories: readonly string[],
  labels: Labels,
  locale: Locale,
): SearchResponse['facets'] {
  return facetNames.flatMap((name) => {
    const filter = filters.find((constraint) => constraint.facet === name);
    const isCategory = name === 'category';
    const chosen = new Set(
      isCategory
        ? categories
        : filter?.sizes
          ? filter.sizes.map(({ value, system }) => (system ? `${system} ${value}` : value))
          : filter?.anyOf,
    );
    const values = (counts[name] ?? []).slice(0, mostFacetValues).map(({ value, count }) => ({
      value,
      label: labels.value(name, value, locale),
      count,
      selected: chosen.has(value),
    }));
    const isUseful = values.length > 1 || values.some((value) => value.selected);
    return isUseful ? [{ name, label: labels.facet(name, locale), values }] : [];
  });
}
