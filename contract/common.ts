import { z } from 'zod';

export const locales = ['en', 'zh', 'fa'] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;

/** An amount in the currency's minor units (cents; none for JPY, three digits for KWD) and its ISO 4217 code. */
export const money = z.object({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) });
export type Money = z.infer<typeof money>;

/** Ids are opaque text. */
export const id = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w.~-]+$/, 'Must be an id as given by this API.');

/** Where the next page begins; opaque. */
export const cursor = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[\w-]+$/, 'Must be a cursor as given by the last answer, unchanged.');
export const nextCursor = z.string().nullable();

export const limit = (fallback: number, max: number) =>
  z.coerce
    .number({ error: 'Must be a whole number.' })
    .int('Must be a whole number.')
    .min(1)
    .max(max)
    .default(fallback);

/** A moment in ISO 8601, UTC. */
export const instant = z.iso.datetime();

export const span = z.object({ start: z.int().min(0), end: z.int().min(0) });

export const picture = z.object({
  url: z.string(),
  width: z.int(),
  height: z.int(),
  /** Base64 of a thumbhash, shown while the picture loads. */
  thumbhash: z.string(),
  alt: z.string(),
});
export type Picture = z.infer<typeof picture>;

/** One value or several of a repeated query parameter. */
export const repeated = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z.union([schema.transform((value) => [value]), z.array(schema).max(50)]).optional();
