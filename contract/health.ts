import { z } from 'zod';

export const health = z.object({
  status: z.enum(['ok', 'starting']),
  version: z.string(),
  listings: z.int(),
  indexedListings: z.int(),
});
export type Health = z.infer<typeof health>;
