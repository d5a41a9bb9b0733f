import { z } from 'zod';

export const health = z.object({
  status: z.enum(['ok', 'starting']),
  version: z.string(),
  listings: z.int(),
  indexedListings: z.int(),
  /** What an optional language model may do here; `off` where none is configured. */
  languageModel: z.enum(['off', 'rephrase', 'plan']),
});
export type Health = z.infer<typeof health>;
