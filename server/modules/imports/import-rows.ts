import type { ImportReport } from '#contract/import';
import type { Ctx } from '#platform/context';
import type { Draft } from './draft.ts';
import type { Row } from './read-value.ts';
import { RowProblem, type SourceRow } from './row-problem.ts';
import { type BatchResult, type ImportTarget, type Item, saveBatch } from './save-batch.ts';

const batchSize = 500;
const mostProblems = 100;
const progressMs = 1000;

export type RowImport = {
  rows: AsyncIterable<SourceRow>;
  toDraft: (row: Row) => Draft;
  target: ImportTarget;
  dryRun: boolean;
  /** Hears of every saved batch before the next is read on; for pictures. */
  afterBatch?: (items: Item[], note: (line: number, problem: RowProblem) => void) => Promise<void>;
  /** About once a second. */
  onProgress?: (report: ImportReport) => Promise<void> | void;
  signal?: AbortSignal;
};

/**
 * Takes rows one by one into batches, each saved whole or not at all. Bad rows are reported and left out. The next batch
 * is read while the last is being saved; the source is never read further ahead than that. What has been done when
 * `rows` or the database throws is in `report`, which is filled as it goes.
 */
export async function importRows(
  ctx: Ctx,
  options: RowImport,
  report: ImportReport = emptyReport(),
): Promise<ImportReport> {
  const { toDraft, target, dryRun } = options;
  const startedAt = performance.now();
  let shownAt = startedAt;
  let batch: Item[] = [];
  let saving: Promise<void> = Promise.resolve();

  const refuse = (line: number, problem: RowProblem): void => {
    report.refused++;
    note(report.problems, line, problem);
  };
  const count = (result: BatchResult): void => {
    report.added += result.added;
    report.updated += result.updated;
    report.unchanged += result.unchanged;
    for (const { line, problem } of result.refused) refuse(line, problem);
  };
  const rate = (): void => {
    const seconds = Math.max(0.001, (performance.now() - startedAt) / 1000);
    report.rowsPerSecond = Math.round(report.rows / seconds);
  };
  async function save(items: Item[]): Promise<void> {
    count(await saveBatch(ctx, target, items, dryRun));
    if (!dryRun) await options.afterBatch?.(items, (line, problem) => note(report.warnings, line, problem));
    if (performance.now() - shownAt < progressMs) return;
    shownAt = performance.now();
    rate();
    await options.onProgress?.(report);
  }
  async function flush(): Promise<void> {
    await saving;
    options.signal?.throwIfAborted();
    const items = batch;
    batch = [];
    if (items.length > 0) saving = save(items);
    // Its failure is met by whoever awaits it next; until then it is not "unhandled".
    saving.catch(() => {});
  }

  try {
    for await (const row of options.rows) {
      report.rows++;
      const item = draftOf(row, toDraft);
      if (item instanceof RowProblem) refuse(row.line, item);
      else batch.push(item);
      if (batch.length === batchSize) await flush();
    }
  } finally {
    // A file that breaks off half way: what was read before is kept.
    await flush();
    await saving;
    rate();
  }
  return report;
}

export function emptyReport(): ImportReport {
  return { rows: 0, added: 0, updated: 0, unchanged: 0, refused: 0, problems: [], warnings: [], rowsPerSecond: 0 };
}

function draftOf(row: SourceRow, toDraft: (row: Row) => Draft): Item | RowProblem {
  if (row.problem) return row.problem;
  try {
    return { line: row.line, draft: toDraft(row.value) };
  } catch (error) {
    if (error instanceof RowProblem) return error;
    throw error;
  }
}

function note(list: ImportReport['problems'], line: number, problem: RowProblem): void {
  if (list.length < mostProblems) list.push({ line, field: problem.field, reason: problem.message });
}
