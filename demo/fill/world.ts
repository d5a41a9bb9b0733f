import { z } from 'zod';
import { locale } from '#contract/common';
import { documentKinds } from '#contract/document';
import { conditions, departments, listingStatuses, sizeSystems } from '#contract/listing';

// The files of demo/world, as people write them. `daysAgo` counts days before the instance is filled.
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{1,78}$/);
const daysAgo = z.int().min(0).max(5000);
const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));
const minor = z.int().min(0);

export const demoCloset = z.object({
  handle: key,
  name: z.string(),
  person: z.string(),
  language: locale,
  location: z.string(),
  story: z.string(),
  joinedDaysAgo: daysAgo,
  shipsWithinDays: z.int(),
});
export type DemoCloset = z.infer<typeof demoCloset>;

export const demoProduct = z.object({
  key,
  brand: z.string().nullable(),
  name: z.string(),
  category: z.string(),
  department: z.enum(departments),
  attributes,
});
export type DemoProduct = z.infer<typeof demoProduct>;

export const demoListing = z.object({
  key,
  closet: key,
  product: key.nullable(),
  title: z.string(),
  description: z.string(),
  language: locale,
  brand: z.string().nullable(),
  category: z.string(),
  department: z.enum(departments),
  attributes,
  size: z.object({ value: z.string(), system: z.enum(sizeSystems) }).nullable(),
  condition: z.enum(conditions),
  conditionNote: z.string().nullable(),
  priceMinor: minor,
  currency: z.string(),
  originalPriceMinor: minor.nullable(),
  priceHistory: z.array(z.object({ daysAgo, priceMinor: minor })).default([]),
  quantity: z.int().min(0),
  listedDaysAgo: daysAgo,
  status: z.enum(listingStatuses),
});
export type DemoListing = z.infer<typeof demoListing>;

export const demoReview = z.object({
  product: key,
  author: z.string(),
  rating: z.int(),
  text: z.string(),
  language: locale,
  daysAgo,
  verified: z.boolean(),
  helpful: z.int(),
  sizeBought: z.string().optional(),
  heightCm: z.int().optional(),
  fit: z.enum(['small', 'true', 'large']).optional(),
});
export type DemoReview = z.infer<typeof demoReview>;

export const demoQuestion = z.object({
  listing: key.nullable(),
  product: key.nullable(),
  asker: z.string(),
  text: z.string(),
  language: locale,
  daysAgo,
  answers: z.array(z.object({ by: z.enum(['seller', 'owner']), author: z.string(), text: z.string(), daysAgo })),
});
export type DemoQuestion = z.infer<typeof demoQuestion>;

/** The front matter of a guide; lists are written with commas. */
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
export const demoGuideHead = z.object({
  title: z.string(),
  language: locale,
  kind: z.enum(documentKinds),
  categories: list.default([]),
  topics: list.default([]),
  source: z.string().default(''),
});
export type DemoGuide = z.infer<typeof demoGuideHead> & { slug: string; body: string };

/** demo/pictures/index.json: the drawings of each listing, in order. */
export const demoPictures = z.record(
  z.string(),
  z.array(
    z.object({
      file: z.string().regex(/^[\w-]+\.webp$/),
      width: z.int(),
      height: z.int(),
      thumbhash: z.string(),
      alt: z.record(z.string(), z.string()),
    }),
  ),
);
export type DemoPictures = z.infer<typeof demoPictures>;

export type World = {
  closets: DemoCloset[];
  products: DemoProduct[];
  listings: DemoListing[];
  reviews: DemoReview[];
  questions: DemoQuestion[];
  guides: DemoGuide[];
  pictures: DemoPictures;
};
