import type { ImportRun } from '#contract/import';
import type { ImportRunRow } from './queries.ts';

export function presentRun(row: ImportRunRow): ImportRun {
  return {
    id: row.id,
    source: row.source,
    format: row.format,
    dryRun: row.dry_run,
    status: row.status,
    report: row.report,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}
