import { z } from 'zod';
import { id, instant, locale, nextCursor } from './common.ts';

export const review = z.object({
  id,
  author: z.string(),
  rating: z.int().min(1).max(5).nullable(),
  title: z.string().nullable(),
  text: z.string(),
  language: locale,
  verified: z.boolean(),
  helpful: z.int(),
  sizeBought: z.string().nullable(),
  heightCm: z.int().nullable(),
  fit: z.enum(['small', 'true', 'large']).nullable(),
  writtenAt: instant,
});
export type Review = z.infer<typeof review>;

/** An aspect's name, as evidence counts it: `bass`, `noise-cancelling`. */
export const aspectId = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z-]*$/, 'Must be the `aspect` of a theme.');

/** A sentence of a review that takes a side of a theme; `neutral` only where nobody takes one. */
export const themeQuote = z.object({
  side: z.enum(['positive', 'negative', 'neutral']),
  text: z.string(),
  reviewId: id,
  author: z.string(),
  language: locale,
});
export type ThemeQuote = z.infer<typeof themeQuote>;

/**
 * What owners say of one aspect: exact counts, both sides, for each side a quote that can be opened (the larger side
 * first), unless nobody says it in words.
 */
export const reviewTheme = z.object({
  aspect: aspectId,
  label: z.string(),
  /** Reviews that speak of it; each has one vote, so `positive` and `negative` are at most this together. */
  mentions: z.int(),
  positive: z.int(),
  negative: z.int(),
  quotes: z.array(themeQuote).max(2),
});
export type ReviewTheme = z.infer<typeof reviewTheme>;

/** How owners say a style fits; the three add up to the number who said so. */
export const fitCounts = z.object({ small: z.int(), true: z.int(), large: z.int() });
export type FitCounts = z.infer<typeof fitCounts>;

/** How tall a reader is, in whole centimetres. */
export const heightCm = z.coerce
  .number({ error: 'Must be a height in centimetres.' })
  .int('Must be a height in whole centimetres.')
  .min(50, 'Must be at least 50 cm.')
  .max(250, 'Must be at most 250 cm.');

/**
 * How a style fits by size bought and by height; no group has fewer than three owners. `near` are owners within five
 * centimetres of the height that was asked for, `mostBought` the size that most of them bought who call it true to size.
 */
export const reviewFit = fitCounts.extend({
  bySize: z.array(z.object({ size: z.string(), counts: fitCounts })),
  byHeight: z.array(z.object({ fromCm: z.int(), toCm: z.int(), counts: fitCounts })),
  near: z
    .object({
      fromCm: z.int(),
      toCm: z.int(),
      counts: fitCounts,
      mostBought: z.object({ size: z.string(), count: z.int() }).nullable(),
    })
    .nullable(),
});
export type ReviewFit = z.infer<typeof reviewFit>;

/** What all reviews of a style come to; nothing is summed up under three reviews that speak of it. */
export const reviewSummary = z.object({
  count: z.int(),
  /** Mean of the ratings, 1..5; null without ratings. */
  rating: z.number().nullable(),
  /** How many gave 1, 2, 3, 4 and 5. */
  ratings: z.array(z.int()).length(5),
  fit: reviewFit.nullable(),
  themes: z.array(reviewTheme),
});
export type ReviewSummary = z.infer<typeof reviewSummary>;

/** `summary` is of all reviews, `total` how many there are of those asked for (with `aspect`: that speak of it). */
export const reviewPage = z.object({
  summary: reviewSummary,
  total: z.int(),
  reviews: z.array(review),
  nextCursor,
});
export type ReviewPage = z.infer<typeof reviewPage>;
