import type { Ctx } from '#platform/context';
import { isDatabaseUnavailable } from '#platform/database';
import { createId } from '#platform/ids';
import { type CrawlLimits, crawlLimits } from './crawl-limits.ts';
import { crawlSource } from './crawl-source.ts';
import { createPageReader } from './page-reader.ts';
import { claimRun, holdRun, releaseRuns, renewLease, startDue, updateRun } from './run-queries.ts';
import type { CategoriesIn } from './save-page.ts';
import type { RunRow } from './tables.ts';

export type Crawler = {
  /** Looks for runs to work on now instead of at the next turn. */
  wake(): void;
  /** Ends what runs after the page at hand; the next process goes on from there. */
  stop(): Promise<void>;
};

const mostAtOnce = 2;

/** Begins the runs that are due and works on those that nobody works on, here or after another process has died. */
export function createCrawler(
  ctx: Ctx,
  options: { categoriesIn: CategoriesIn; limits?: Partial<CrawlLimits> },
): Crawler {
  const limits = { ...crawlLimits, ...options.limits };
  const worker = createId('wrk', ctx.clock.now());
  const reader = createPageReader(limits.readMs);
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let isAskedAgain = false;

  async function look(): Promise<void> {
    try {
      const now = new Date(ctx.clock.now());
      await startDue(ctx.db, now);
      while (running.size < mostAtOnce && !stopping.signal.aborted) {
        const run = await claimRun(ctx.db, { worker, now, until: leaseEnd() });
        if (!run) return;
        const done = work(run).finally(() => {
          running.delete(done);
          wake();
        });
        running.add(done);
      }
    } catch (error) {
      if (!stopping.signal.aborted) ctx.log.warn({ err: error }, 'sources could not be looked at; trying again');
    }
  }

  function wake(): void {
    if (stopping.signal.aborted) return;
    isAskedAgain = looking !== null;
    looking ??= look().finally(() => {
      looking = null;
      if (isAskedAgain) wake();
    });
  }

  async function work(run: RunRow): Promise<void> {
    const lost = new AbortController();
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    const heartbeat = setInterval(() => {
      renewLease(ctx.db, run.id, worker, leaseEnd()).then(
        (isOurs) => isOurs || lost.abort(new Error('another process has taken over')),
        () => {},
      );
    }, limits.leaseMs / 3);
    try {
      await crawlSource(ctx, run, { worker, signal, limits, reader, categoriesIn: options.categoriesIn });
    } catch (error) {
      // What was cut short goes on later: at once where we say so, else when the lease has ended.
      if (signal.aborted || isDatabaseUnavailable(error)) return;
      ctx.log.error({ err: error, sourceRun: run.id }, 'reading a source failed');
      await fail(run).catch(() => {});
    } finally {
      clearInterval(heartbeat);
    }
  }

  async function fail(run: RunRow): Promise<void> {
    const problem = { code: 'broken' as const, detail: 'Something went wrong on our side; it is in the log.' };
    await ctx.db.transaction().execute(async (tx) => {
      if (!(await holdRun(tx, run.id, worker))) return;
      await updateRun(tx, run.id, { problem, status: 'failed', finished_at: new Date(ctx.clock.now()) });
    });
  }

  const leaseEnd = () => new Date(ctx.clock.now() + limits.leaseMs);
  const timer = setInterval(wake, limits.pollMs);
  timer.unref();
  wake();

  return {
    wake,
    async stop() {
      clearInterval(timer);
      stopping.abort(new Error('stopping'));
      await looking;
      await Promise.all(running);
      await reader.close();
      await releaseRuns(ctx.db, worker).catch(() => {});
    },
  };
}
