import { z } from 'zod';
import { id, instant } from './common.ts';

export const importFormats = ['jsonl', 'csv', 'shopify', 'google'] as const;

const rowNote = z.object({ line: z.int(), field: z.string().nullable(), reason: z.string() });

/** What came of an import; `problems` holds the first hundred refused rows, `warnings` rows taken without a picture. */
export const importReport = z.object({
  rows: z.int(),
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  problems: z.array(rowNote),
  warnings: z.array(rowNote),
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
