import { z } from 'zod';
import { cursor, limit, locale, money, nextCursor, repeated } from './common.ts';
import { conditions, departments, listingCard } from './listing.ts';
import { need } from './need.ts';

export const sorts = ['best', 'newest', 'price-ascending', 'price-descending'] as const;

const value = z.string().min(1).max(120);
const amount = z.coerce
  .number({ error: 'Must be an amount in minor units, such as 5000 for 50.00.' })
  .int('Must be an amount in minor units, such as 5000 for 50.00.')
  .min(0)
  .max(100_000_000_000);

/** `attribute` filters are `key:value`, such as `length:floor`. Amounts are minor units of `currency`. */
export const searchFilters = z.strictObject({
  category: repeated(value),
  department: repeated(z.enum(departments)),
  brand: repeated(value),
  colour: repeated(value),
  material: repeated(value),
  size: repeated(value),
  condition: repeated(z.enum(conditions)),
  attribute: repeated(
    z
      .string()
      .max(120)
      .regex(/^[\w-]+:.+$/, 'Must be key:value, such as length:floor.'),
  ),
  closet: repeated(value),
  priceMin: amount.optional(),
  priceMax: amount.optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code such as USD.')
    .optional(),
});

export const searchQuery = searchFilters.extend({
  q: z.string().max(500, 'Ask in at most 500 characters.').default(''),
  cursor: cursor.optional(),
  limit: limit(24, 100),
  sort: z.enum(sorts).default('best'),
  /** Keys of chips that the reader has removed from what was understood. */
  without: repeated(z.string().min(1).max(200)),
  locale: locale.optional(),
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** What a near miss bends: the chip's key, what was wanted and what it has (`null`: not stated), in the reader's words. */
export const bend = z.object({ key: z.string(), facet: z.string(), wanted: z.string(), has: z.string().nullable() });

export const facet = z.object({
  name: z.string(),
  label: z.string(),
  values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int(), selected: z.boolean() })),
});
export type Facet = z.infer<typeof facet>;

export const searchResponse = z.object({
  /** Each result with the keys of the wishes it grants. */
  results: z.array(listingCard.extend({ grants: z.array(z.string()) })),
  /**
   * Listings that break one or two things that may bend, then some that hold everything but lack words (`facet` is
   * `words`, `wanted` the words); never among the results, and only on the first page.
   */
  nearMisses: z.array(z.object({ listing: listingCard, bends: z.array(bend) })),
  total: z.int(),
  need,
  facets: z.array(facet),
  priceRange: z.object({ min: money, max: money }).nullable(),
  nextCursor,
});
export type SearchResponse = z.infer<typeof searchResponse>;

export const suggestions = z.object({
  suggestions: z.array(z.object({ text: z.string(), kind: z.enum(['words', 'brand', 'category']), count: z.int() })),
});
