import { z } from 'zod';
import { id, instant, locale } from './common.ts';

export const documentKinds = ['guide', 'policy', 'care', 'size-chart', 'story'] as const;

export const documentSummary = z.object({
  id,
  slug: z.string(),
  title: z.string(),
  language: locale,
  kind: z.enum(documentKinds),
  categories: z.array(z.string()),
  source: z.string(),
  updatedAt: instant,
});
export type DocumentSummary = z.infer<typeof documentSummary>;

/** `body` is Markdown. */
export const documentDetail = documentSummary.extend({
  topics: z.array(z.string()),
  body: z.string(),
  /** For a document read from elsewhere: the page it is the text of, and when it was read. */
  origin: z.object({ url: z.url(), fetchedAt: instant }).nullable(),
});
export type DocumentDetail = z.infer<typeof documentDetail>;
