import { z } from 'zod';
import { locale, span } from './common.ts';

export const intents = [
  'keyword-search',
  'category-research',
  'recommendation',
  'type-comparison',
  'listing-comparison',
  'gift',
  'listing-question',
  'order',
  'small-talk',
  'out-of-scope',
] as const;
export const intent = z.enum(intents);

/** One thing understood in a request, as a chip: `must` is enforced, `wish` is scored. Remove it with `without=key`. */
export const needChip = z.object({
  key: z.string(),
  kind: z.enum(['must', 'wish']),
  facet: z.string(),
  label: z.string(),
  /** False for price, size, stock and exclusions: nothing that breaks it is ever shown. */
  bendable: z.boolean(),
  span: span.nullable(),
});
export type NeedChip = z.infer<typeof needChip>;

/** What was understood of a request. `notUnderstood` are words that only search as text. */
export const need = z.object({
  text: z.string(),
  language: locale,
  intent,
  chips: z.array(needChip),
  notUnderstood: z.array(z.string()),
});
export type Need = z.infer<typeof need>;
