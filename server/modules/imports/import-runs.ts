import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ImportReport } from '#contract/import';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import type { ImportLanguage } from './canonical-values.ts';
import { ImportError } from './errors.ts';
import { fetchLimits } from './fetch-picture.ts';
import { importFile } from './import-file.ts';
import type { ImportMap } from './import-map.ts';
import { emptyReport } from './import-rows.ts';
import type { ImportFormat } from './open-import.ts';
import { findRun, type ImportRunRow, insertRun, updateRun } from './queries.ts';
import type { TargetCloset } from './save-batch.ts';
import { clearAbandoned, spool, spoolFile } from './spool.ts';

export type NewRun = {
  closet: TargetCloset;
  source: string;
  format: ImportFormat;
  map: ImportMap | null;
  dryRun: boolean;
  images: boolean;
  body: AsyncIterable<Uint8Array>;
};

export type ImportRuns = {
  /** Takes the whole upload, then answers; the import goes on by itself, two at a time. */
  start(input: NewRun): Promise<ImportRunRow>;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
  /** Ends what runs after the batch at hand, without the pictures that are still to come. */
  stop(): Promise<void>;
};

/** Largest upload, in bytes. */
export const maxUploadBytes = 200 * 1024 * 1024;
const mostAtOnce = 2;
const retryMs = 2000;
const interrupted = 'The server stopped in the middle. Send the same file again: what is done stays, the rest follows.';

/**
 * Imports that came through the API. Runs cut short by the end of a process are closed as failed when the next starts;
 * the same file again completes them.
 */
export async function createImportRuns(ctx: Ctx, language: ImportLanguage): Promise<ImportRuns> {
  const folder = path.join(ctx.config.dataDir, 'imports');
  const stopping = new AbortController();
  const busyClosets = new Set<string>();
  const running = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  let active = 0;
  for (const id of await clearAbandoned(folder)) await closeInterrupted(ctx, id);

  async function work(run: ImportRunRow, input: NewRun, file: string): Promise<void> {
    if (active >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    active++;
    let report: ImportReport = run.report;
    let isNoted = false;
    try {
      const ended = await importFile(ctx, {
        bytes: createReadStream(file, { highWaterMark: 256 * 1024 }),
        format: input.format,
        map: input.map,
        // What one closet imports can never meet another's rows, whatever source and ids they name.
        target: { source: `${input.closet.id}/${input.source}`, closet: input.closet },
        language,
        dryRun: input.dryRun,
        pictures: input.images ? { folder: null, limits: fetchLimits } : null,
        signal: stopping.signal,
        async onProgress(current) {
          report = current;
          await updateRun(ctx.db, run.id, { report });
        },
      });
      report = ended.report;
      isNoted = await finish(run.id, ended.isWhole ? 'finished' : 'failed', report);
    } catch (error) {
      const reason = stopping.signal.aborted ? interrupted : 'Something went wrong on our side; it is in the log.';
      if (!stopping.signal.aborted) ctx.log.error({ err: error, importRun: run.id }, 'an import failed');
      isNoted = await finish(run.id, 'failed', withReason(report, reason));
    } finally {
      active--;
      waiting.shift()?.();
      busyClosets.delete(input.closet.id);
      // The file of a run whose end could not be noted tells the next process to close it.
      if (isNoted) await rm(file, { force: true });
    }
  }

  /** Notes how a run ended; where the database is away, until it is back or we stop. */
  async function finish(id: string, status: 'finished' | 'failed', report: ImportReport): Promise<boolean> {
    for (;;) {
      try {
        await updateRun(ctx.db, id, { report, status, finished_at: new Date(ctx.clock.now()) });
        return true;
      } catch (error) {
        ctx.log.error({ err: error, importRun: id }, 'the end of an import could not be noted; trying again');
        if (stopping.signal.aborted) return false;
        await delay(retryMs, undefined, { signal: stopping.signal }).catch(() => {});
      }
    }
  }

  return {
    async start(input) {
      if (busyClosets.has(input.closet.id)) throw ImportError.isRunning();
      busyClosets.add(input.closet.id);
      const now = ctx.clock.now();
      const id = createId('imp', now);
      const file = spoolFile(folder, id);
      try {
        await spool(input.body, file, maxUploadBytes);
        const run: ImportRunRow = {
          id,
          closet_id: input.closet.id,
          source: input.source,
          format: input.format,
          dry_run: input.dryRun,
          status: 'running',
          report: emptyReport(),
          started_at: new Date(now),
          finished_at: null,
        };
        await insertRun(ctx.db, run);
        const done = work(run, input, file);
        running.add(done);
        done.finally(() => running.delete(done));
        return run;
      } catch (error) {
        busyClosets.delete(input.closet.id);
        await rm(file, { force: true });
        throw error;
      }
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
    async stop() {
      stopping.abort(new Error('stopping'));
      while (running.size > 0) await Promise.all(running);
    },
  };
}

async function closeInterrupted(ctx: Ctx, id: string): Promise<void> {
  const run = await findRun(ctx.db, id);
  if (run?.status !== 'running') return;
  const report = withReason(run.report, interrupted);
  await updateRun(ctx.db, id, { report, status: 'failed', finished_at: new Date(ctx.clock.now()) });
}

function withReason(report: ImportReport, reason: string): ImportReport {
  return { ...report, problems: [...report.problems, { line: report.rows, field: null, reason }] };
}
