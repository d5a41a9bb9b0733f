import { z } from 'zod';
import { nextCursor } from './common.ts';
import { listingCard } from './listing.ts';

/** A category with what is below it; `listings` counts both. */
export const category = z
  .object({
    id: z.string(),
    label: z.string(),
    listings: z.int(),
    get children() {
      return z.array(category);
    },
  })
  .meta({ id: 'Category' });
export type Category = { id: string; label: string; listings: number; children: Category[] };

export const listingPage = z.object({ listings: z.array(listingCard), nextCursor });
export type ListingPage = z.infer<typeof listingPage>;
