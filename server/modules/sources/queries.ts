import { sql } from 'kysely';
import type { SourceProblem } from '#contract/source';
import type { Database } from '#platform/database';
import type { PageRow, RunRow, SourceRow, SourceTables } from './tables.ts';

/** A source as the operator sees it. */
export type SourceOverview = { source: SourceRow; lastRun: RunRow | undefined; kept: number; failed: number };

export async function insertSource(db: Database, row: SourceRow): Promise<void> {
  await db.withTables<SourceTables>().insertInto('sources.source').values(row).execute();
}

export async function findSource(db: Database, id: string): Promise<SourceRow | undefined> {
  return db.withTables<SourceTables>().selectFrom('sources.source').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function countSources(db: Database): Promise<number> {
  const { n } = await db
    .withTables<SourceTables>()
    .selectFrom('sources.source')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

/** Every source, or one, newest first, each with its last run and what is kept of it. */
export async function findOverviews(db: Database, id?: string): Promise<SourceOverview[]> {
  const tables = db.withTables<SourceTables>();
  let query = tables.selectFrom('sources.source').selectAll().orderBy('created_at', 'desc').orderBy('id');
  if (id !== undefined) query = query.where('id', '=', id);
  const sources = await query.execute();
  if (sources.length === 0) return [];
  const ids = sources.map((source) => source.id);
  const [runs, counts] = await Promise.all([
    tables
      .selectFrom('sources.run')
      .selectAll()
      .distinctOn('source_id')
      .where('source_id', 'in', ids)
      .orderBy('source_id')
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .execute(),
    tables
      .selectFrom('sources.page')
      .select(({ fn }) => [
        'source_id',
        fn.count<number>('document_id').as('kept'),
        fn.count<number>('problem').as('failed'),
      ])
      .where('source_id', 'in', ids)
      .groupBy('source_id')
      .execute(),
  ]);
  return sources.map((source) => {
    const count = counts.find((row) => row.source_id === source.id);
    return {
      source,
      lastRun: runs.find((run) => run.source_id === source.id),
      kept: count?.kept ?? 0,
      failed: count?.failed ?? 0,
    };
  });
}

/** Pages of a source in the order of its list, those with trouble or those kept; `shown` are left out. */
export async function findPages(
  db: Database,
  filter: { sourceId: string; state: 'kept' | 'failed' | undefined; shown: number; limit: number },
): Promise<PageRow[]> {
  let query = db
    .withTables<SourceTables>()
    .selectFrom('sources.page')
    .selectAll()
    .where('source_id', '=', filter.sourceId);
  if (filter.state === 'kept') query = query.where('document_id', 'is not', null);
  if (filter.state === 'failed') query = query.where('problem', 'is not', null);
  return query.orderBy('place').orderBy('id').offset(filter.shown).limit(filter.limit).execute();
}

/** Locks a source against the pages that a run would add meanwhile; whether it is there. */
export async function lockSource(tx: Database, id: string): Promise<boolean> {
  const row = await tx
    .withTables<SourceTables>()
    .selectFrom('sources.source')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes a source, its pages and runs; returns the documents that were its text. */
export async function deleteSource(tx: Database, id: string): Promise<string[]> {
  const tables = tx.withTables<SourceTables>();
  const pages = await tables.selectFrom('sources.page').select('document_id').where('source_id', '=', id).execute();
  await tables.deleteFrom('sources.source').where('id', '=', id).execute();
  return pages.flatMap((page) => page.document_id ?? []);
}

/** Removes the pages that a run did not list; returns how many were kept, and their documents. */
export async function deleteUnlisted(tx: Database, sourceId: string, runId: string): Promise<string[]> {
  const removed = await tx
    .withTables<SourceTables>()
    .deleteFrom('sources.page')
    .where('source_id', '=', sourceId)
    .where('listed_by', '!=', runId)
    .returning('document_id')
    .execute();
  return removed.flatMap((page) => page.document_id ?? []);
}

/** Notes the addresses that a run is to look at; those with a problem are dealt with by that. */
export async function savePages(
  tx: Database,
  pages: { id: string; sourceId: string; runId: string; place: number; url: string; problem: SourceProblem | null }[],
): Promise<void> {
  if (pages.length === 0) return;
  await tx
    .withTables<SourceTables>()
    .insertInto('sources.page')
    .values(
      pages.map(({ id, sourceId, runId, place, url, problem }) => ({
        id,
        source_id: sourceId,
        url,
        place,
        listed_by: runId,
        done_by: problem ? runId : null,
        problem: problem && JSON.stringify(problem),
        document_id: null,
        etag: null,
        last_modified: null,
        hash: null,
        checked_at: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'url']).doUpdateSet((eb) => ({
        listed_by: eb.ref('excluded.listed_by'),
        place: eb.ref('excluded.place'),
        done_by: sql<string | null>`coalesce(excluded.done_by, page.done_by)`,
        problem: sql<string | null>`coalesce(excluded.problem, page.problem)`,
      })),
    )
    .execute();
}

/** Lists again, after the others, up to `most` pages that are kept and not listed: a feed forgets what is older. */
export async function relistKept(tx: Database, sourceId: string, runId: string, most: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update sources.page set listed_by = ${runId}, place = ranked.place
    from (
      select id, 100000 + row_number() over (order by place, id) as place from sources.page
      where source_id = ${sourceId} and listed_by <> ${runId} and document_id is not null
      order by page.place, id limit ${most}
    ) as ranked
    where page.id = ranked.id
    returning page.id`.execute(tx);
  return rows.length;
}

export async function findNextPage(db: Database, sourceId: string, runId: string): Promise<PageRow | undefined> {
  return db
    .withTables<SourceTables>()
    .selectFrom('sources.page')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('listed_by', '=', runId)
    .where('done_by', 'is distinct from', runId)
    .orderBy('place')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** Whether another page of the source has this very text. */
export async function hasCopy(tx: Database, page: PageRow, hash: string): Promise<boolean> {
  const row = await tx
    .withTables<SourceTables>()
    .selectFrom('sources.page')
    .select('id')
    .where('source_id', '=', page.source_id)
    .where('hash', '=', hash)
    .where('id', '!=', page.id)
    .where('document_id', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type PageChange = Partial<Pick<PageRow, 'document_id' | 'etag' | 'last_modified' | 'hash'>> & {
  problem: SourceProblem | null;
  checked_at: Date;
  done_by: string;
};

export async function updatePage(tx: Database, id: string, { problem, ...change }: PageChange): Promise<void> {
  await tx
    .withTables<SourceTables>()
    .updateTable('sources.page')
    .set({ ...change, problem: problem && JSON.stringify(problem) })
    .where('id', '=', id)
    .execute();
}
