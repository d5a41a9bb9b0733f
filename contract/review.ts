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

/** What owners say of one aspect: exact counts, both sides, a quote that can be opened. */
export const reviewTheme = z.object({
  aspect: z.string(),
  label: z.string(),
  mentions: z.int(),
  positive: z.int(),
  negative: z.int(),
  quote: z.object({ text: z.string(), reviewId: id, author: z.string(), language: locale }),
});
export type ReviewTheme = z.infer<typeof reviewTheme>;

/** How owners say a style fits; the three add up to the number who said so. */
export const fitCounts = z.object({ small: z.int(), true: z.int(), large: z.int() });

/** What all reviews of a style come to; `themes` and `fit` stay empty under three reviews that speak of them. */
export const reviewSummary = z.object({
  count: z.int(),
  /** Mean of the ratings, 1..5; null without ratings. */
  rating: z.number().nullable(),
  /** How many gave 1, 2, 3, 4 and 5. */
  ratings: z.array(z.int()).length(5),
  fit: fitCounts.nullable(),
  themes: z.array(reviewTheme),
});
export type ReviewSummary = z.infer<typeof reviewSummary>;

export const reviewPage = z.object({ summary: reviewSummary, reviews: z.array(review), nextCursor });
export type ReviewPage = z.infer<typeof reviewPage>;
