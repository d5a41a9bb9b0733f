import { requireOperator } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { SourceError } from './errors.ts';
import { findSource } from './queries.ts';
import { insertRun } from './run-queries.ts';
import type { RunRow } from './tables.ts';

/** Begins a run of a source now, whenever it is due. */
export async function startCrawl(ctx: Ctx, id: string): Promise<RunRow> {
  requireOperator(ctx.actor);
  if (!(await findSource(ctx.db, id))) throw SourceError.notFound();
  const now = new Date(ctx.clock.now());
  const run = await insertRun(ctx.db, { sourceId: id, startedBy: 'operator', now });
  if (!run) throw SourceError.isRunning();
  return run;
}
