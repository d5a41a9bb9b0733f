import { z } from 'zod';
import { id, instant, locale, money, picture } from './common.ts';

export const departments = ['women', 'men', 'children', 'unisex'] as const;
export const conditions = ['new-with-tags', 'like-new', 'very-good', 'good', 'fair'] as const;
export const sizeSystems = ['US', 'UK', 'EU', 'IT', 'FR', 'DE', 'JP', 'INT', 'WL', 'ONE'] as const;
export const listingStatuses = ['draft', 'available', 'held', 'sold', 'not-for-sale'] as const;

export const size = z.object({ value: z.string(), system: z.enum(sizeSystems).nullable() });

/** What a grid of listings shows. Price and status are live: they are read when asked, never remembered in text. */
export const listingCard = z.object({
  id,
  title: z.string(),
  brand: z.string().nullable(),
  category: z.string().nullable(),
  department: z.enum(departments).nullable(),
  language: locale,
  size: size.nullable(),
  condition: z.enum(conditions).nullable(),
  price: money,
  originalPrice: money.nullable(),
  status: z.enum(listingStatuses),
  picture: picture.nullable(),
  /** Names the drawing shown where there is no picture: the category, or `thing`. */
  placeholder: z.string(),
  closet: z.object({ handle: z.string(), name: z.string() }),
  likes: z.int(),
});
export type ListingCard = z.infer<typeof listingCard>;

/** An attribute in the reader's language; `key` and `value` are canonical. */
export const attribute = z.object({
  key: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  label: z.string(),
  text: z.string(),
});
export type Attribute = z.infer<typeof attribute>;

export const listingDetail = listingCard.extend({
  description: z.string(),
  conditionNote: z.string().nullable(),
  attributes: z.array(attribute),
  pictures: z.array(picture),
  breadcrumb: z.array(z.object({ id: z.string(), label: z.string() })),
  quantity: z.int(),
  listedAt: instant,
  priceHistory: z.array(z.object({ at: instant, price: money })),
  closet: z.object({
    handle: z.string(),
    name: z.string(),
    person: z.string().nullable(),
    location: z.string().nullable(),
    shipsWithinDays: z.int().nullable(),
    listings: z.int(),
    followers: z.int(),
  }),
  /** The style it is a piece of; its owners' reviews are at /listings/{id}/reviews. */
  product: z.object({ id, brand: z.string().nullable(), name: z.string() }).nullable(),
});
export type ListingDetail = z.infer<typeof listingDetail>;
