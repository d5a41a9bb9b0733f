import { z } from 'zod';
import { nextCursor } from './common.ts';
import { listingCard } from './listing.ts';

export type Category = { id: string; label: string; listings: number; children: Category[] };
export const category: z.ZodType<Category> = z.lazy(() =>
  z.object({ id: z.string(), label: z.string(), listings: z.int(), children: z.array(category) }),
);

export const listingPage = z.object({ listings: z.array(listingCard), nextCursor });
export type ListingPage = z.infer<typeof listingPage>;
