import { z } from 'zod';
import { id, instant, locale } from './common.ts';

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
