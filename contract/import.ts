import { z } from 'zod';
import { id, instant } from './common.ts';

export const importFormats = ['jsonl', 'csv', 'shopify', 'google'] as const;

/** What came of an import; `problems` holds the first hundred refused rows. */
export const importReport = z.object({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  problems: z.array(z.object({ line: z.int(), field: z.string().nullable(), reason: z.string() })),
  rowsPerSecond: z.number(),
});
export type ImportReport = z.infer<typeof importReport>;

export const importRun = z.object({
  id,
  source: z.string(),
  format: z.enum(importFormats),
  dryRun: z.boolean(),
  status: z.enum(['running', 'finished', 'failed']),
  report: importReport,
  startedAt: instant,
  finishedAt: instant.nullable(),
});
export type ImportRun = z.infer<typeof importRun>;
