import { z } from 'zod';
import { id, instant, locale } from './common.ts';

export const handle = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/, 'Must be 3 to 40 letters a-z, digits and hyphens.');

export const closet = z.object({
  id,
  handle,
  name: z.string(),
  person: z.string().nullable(),
  language: locale,
  location: z.string().nullable(),
  story: z.string(),
  shipsWithinDays: z.int().nullable(),
  since: instant,
  listings: z.int(),
  sold: z.int(),
  followers: z.int(),
});
export type Closet = z.infer<typeof closet>;

export const newCloset = z.strictObject({
  handle,
  name: z.string().trim().min(1, 'Give the closet a name.').max(80, 'Use at most 80 characters.'),
  language: locale.default('en'),
  location: z.string().trim().max(120).optional(),
  story: z.string().trim().max(2000).optional(),
});
export type NewCloset = z.input<typeof newCloset>;
