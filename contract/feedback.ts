import { z } from 'zod';
import { id, instant } from './common.ts';

export const ratingRequest = z.strictObject({ good: z.boolean() });

export const correctionReasons = ['not-true', 'outdated', 'misunderstood', 'other'] as const;
export const correctionStates = ['open', 'fixed', 'refused'] as const;

/** That one factual sentence of an answer is wrong. `part` and `sentence` count from 0 as the answer has them. */
export const correctionRequest = z.strictObject({
  part: z.int().min(0).max(200),
  sentence: z.int().min(0).max(500),
  reason: z.enum(correctionReasons),
  note: z.string().trim().max(500, 'Say it in at most 500 characters.').default(''),
});

export const correction = z.object({
  id,
  answerId: id,
  part: z.int(),
  sentence: z.int(),
  /** The sentence as it was said. */
  text: z.string(),
  reason: z.enum(correctionReasons),
  note: z.string(),
  state: z.enum(correctionStates),
  /** A word from whoever settled it. */
  reply: z.string(),
  sentAt: instant,
  settledAt: instant.nullable(),
  /** Where the sentence came from. */
  source: z.object({ title: z.string().nullable(), path: z.string().nullable() }),
  listingId: id.nullable(),
});
export type Correction = z.infer<typeof correction>;

/** What the reader said of an answer. */
export const feedback = z.object({ good: z.boolean().nullable(), corrections: z.array(correction) });
export type Feedback = z.infer<typeof feedback>;

export const settleRequest = z.strictObject({
  state: z.enum(['fixed', 'refused']),
  reply: z.string().trim().max(500, 'Say it in at most 500 characters.').default(''),
});
