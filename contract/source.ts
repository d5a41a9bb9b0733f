import { z } from 'zod';
import { id, instant, locale, nextCursor } from './common.ts';
import { documentKinds } from './document.ts';

export const sourceFormats = ['sitemap', 'feed', 'list'] as const;

/** At most so many pages of one source are kept, and so many addresses may be given in a list. */
export const mostPagesOfSource = 1000;
const mostFiles = 10;

const webAddress = z
  .url({ protocol: /^https?$/, error: 'Must be an http(s) address, such as https://shop.example/sitemap.xml.' })
  .max(2000, 'Must be at most 2,000 characters.');

export const newSource = z
  .strictObject({
    name: z.string().trim().min(1, 'Give it a name.').max(80, 'Must be at most 80 characters.'),
    format: z.enum(sourceFormats),
    /** The sitemaps or feeds; for a list the pages themselves. */
    addresses: z
      .array(webAddress)
      .min(1, 'Give at least one address.')
      .max(mostPagesOfSource, 'Give at most 1,000 addresses.'),
    /** Null: told from each page. */
    language: locale.nullable().default(null),
    kind: z.enum(documentKinds).default('guide'),
    /** Ids of categories, `all` for rules of the shop; empty: told from each page. */
    categories: z.array(z.string().min(1).max(120)).max(20, 'Give at most 20 categories.').default([]),
    /** How often it is read again; null: only when an operator starts it. */
    everyHours: z
      .int('Must be a whole number of hours, from 1 to 8,760.')
      .min(1, 'Must be at least 1 hour.')
      .max(8760, 'Must be at most 8,760 hours (a year).')
      .nullable()
      .default(24),
    mostPages: z
      .int(`Must be a whole number from 1 to ${mostPagesOfSource}.`)
      .min(1, 'Must be at least 1.')
      .max(mostPagesOfSource, `Must be at most ${mostPagesOfSource}.`)
      .default(200),
  })
  .refine(({ format, addresses }) => format === 'list' || addresses.length <= mostFiles, {
    path: ['addresses'],
    error: `Give at most ${mostFiles} sitemaps or feeds; more make a source of their own.`,
  });
export type NewSource = z.input<typeof newSource>;

/** Why a page or a list of pages could not be had; `detail` is in English, `code` is stable. */
export const sourceProblemCodes = [
  'address',
  'broken',
  'copy',
  'crawl-delay',
  'gone',
  'language',
  'no-index',
  'no-text',
  'not-html',
  'not-public',
  'other-site',
  'redirects',
  'robots',
  'robots-unreachable',
  'status',
  'too-large',
  'too-slow',
  'unreachable',
] as const;
export const sourceProblem = z.object({ code: z.enum(sourceProblemCodes), detail: z.string() });
export type SourceProblem = z.infer<typeof sourceProblem>;

/** One reading of a source. `found` is null until its addresses are known; `done` of them were looked at so far. */
export const sourceRun = z.object({
  id,
  status: z.enum(['running', 'finished', 'failed']),
  startedBy: z.enum(['schedule', 'operator']),
  found: z.int().nullable(),
  done: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  failed: z.int(),
  problem: sourceProblem.nullable(),
  startedAt: instant,
  finishedAt: instant.nullable(),
});
export type SourceRun = z.infer<typeof sourceRun>;

export const source = z.object({
  id,
  name: z.string(),
  format: z.enum(sourceFormats),
  addresses: z.array(z.string()),
  language: locale.nullable(),
  kind: z.enum(documentKinds),
  categories: z.array(z.string()),
  everyHours: z.int().nullable(),
  mostPages: z.int(),
  /** Pages whose text is kept now, and pages the last run had trouble with. */
  pagesKept: z.int(),
  pagesFailed: z.int(),
  lastRun: sourceRun.nullable(),
  nextRunAt: instant.nullable(),
  createdAt: instant,
});
export type Source = z.infer<typeof source>;

/** A page of a source: `document` is our copy of its text, `problem` what kept the last run from reading it. */
export const sourcePage = z.object({
  url: z.string(),
  document: z.object({ slug: z.string(), title: z.string() }).nullable(),
  problem: sourceProblem.nullable(),
  checkedAt: instant.nullable(),
});
export type SourcePage = z.infer<typeof sourcePage>;

export const sourcePages = z.object({ pages: z.array(sourcePage), nextCursor });
export type SourcePages = z.infer<typeof sourcePages>;
