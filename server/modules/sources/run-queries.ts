import { sql } from 'kysely';
import type { SourceProblem, SourceRun } from '#contract/source';
import type { Database } from '#platform/database';
import { createId } from '#platform/ids';
import type { RunCounts, RunRow, SourceTables } from './tables.ts';

const hourMs = 3_600_000;

/** Begins a run of a source; undefined where one is running (a unique index says so, whoever else begins one). */
export async function insertRun(
  db: Database,
  run: { sourceId: string; startedBy: SourceRun['startedBy']; now: Date },
): Promise<RunRow | undefined> {
  return db
    .withTables<SourceTables>()
    .insertInto('sources.run')
    .values({
      id: createId('run', run.now.getTime()),
      source_id: run.sourceId,
      status: 'running',
      started_by: run.startedBy,
      worker: null,
      leased_until: null,
      listed_at: null,
      is_whole: false,
      ...{ found: 0, done: 0, added: 0, changed: 0, unchanged: 0, removed: 0, failed: 0 },
      problem: null,
      started_at: run.now,
      finished_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** Begins the runs that are due, and says when each source is due next; twice at once begins each once. */
export async function startDue(db: Database, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const tables = tx.withTables<SourceTables>();
    const due = await tables
      .selectFrom('sources.source')
      .select(['id', 'every_hours'])
      .where('next_run_at', '<=', now)
      .orderBy('next_run_at')
      .limit(50)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id, every_hours: hours } of due) {
      await insertRun(tx, { sourceId: id, startedBy: 'schedule', now });
      const next_run_at = hours === null ? null : new Date(now.getTime() + hours * hourMs);
      await tables.updateTable('sources.source').set({ next_run_at }).where('id', '=', id).execute();
    }
  });
}

/** Takes a run that nobody works on, or whose worker has not been heard of since its lease ended. */
export async function claimRun(
  db: Database,
  claim: { worker: string; now: Date; until: Date },
): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    update sources.run set worker = ${claim.worker}, leased_until = ${claim.until}
    where id = (
      select id from sources.run
      where status = 'running' and (leased_until is null or leased_until < ${claim.now})
      order by started_at, id limit 1 for update skip locked
    )
    returning *`.execute(db);
  return rows[0];
}

/** Whether the run is still this worker's. */
export async function renewLease(db: Database, id: string, worker: string, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .withTables<SourceTables>()
    .updateTable('sources.run')
    .set({ leased_until: until })
    .where('id', '=', id)
    .where('worker', '=', worker)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Leaves what this worker has not finished to whoever comes first. */
export async function releaseRuns(db: Database, worker: string): Promise<void> {
  await db
    .withTables<SourceTables>()
    .updateTable('sources.run')
    .set({ worker: null, leased_until: null })
    .where('worker', '=', worker)
    .where('status', '=', 'running')
    .execute();
}

/**
 * Locks a run for a change to what it makes, and its source against removal. Undefined where the run is over, has been
 * taken over by another worker, or its source is gone: then nothing may be written.
 */
export async function holdRun(tx: Database, id: string, worker: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select run.* from sources.source as source join sources.run as run on run.source_id = source.id
    where run.id = ${id} and run.worker = ${worker} and run.status = 'running'
    for update of run for share of source`.execute(tx);
  return rows[0];
}

/** Adds to what a run has come to. */
export async function countInRun(tx: Database, id: string, counts: Partial<RunCounts>): Promise<void> {
  await tx
    .withTables<SourceTables>()
    .updateTable('sources.run')
    .set((eb) =>
      Object.fromEntries(
        (Object.entries(counts) as [keyof RunCounts, number][]).map(([name, more]) => [name, eb(name, '+', more)]),
      ),
    )
    .where('id', '=', id)
    .execute();
}

export async function updateRun(
  tx: Database,
  id: string,
  {
    problem,
    ...change
  }: Partial<Pick<RunRow, 'status' | 'listed_at' | 'is_whole' | 'finished_at'>> & {
    problem?: SourceProblem | null;
  },
): Promise<void> {
  await tx
    .withTables<SourceTables>()
    .updateTable('sources.run')
    .set({ ...change, ...(problem === undefined ? {} : { problem: problem && JSON.stringify(problem) }) })
    .where('id', '=', id)
    .execute();
}

/** The latest runs of a source. */
export async function findRuns(db: Database, sourceId: string, limit: number): Promise<RunRow[]> {
  return db
    .withTables<SourceTables>()
    .selectFrom('sources.run')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
