import type { Insertable, Selectable } from 'kysely';
import type { Database } from '#platform/database';
import type { MemoryTables } from './tables.ts';

export type FactRow = Selectable<MemoryTables['memory.fact']>;

/** What is remembered of a member and has not expired, sizes first, then as it was learnt. */
export async function findFacts(db: Database, userId: string, now: Date): Promise<FactRow[]> {
  return db
    .withTables<MemoryTables>()
    .selectFrom('memory.fact')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy(({ eb }) => eb('kind', '!=', 'size'))
    .orderBy('learnt_at')
    .orderBy('id')
    .execute();
}

/** Keeps facts; one with the slot of an earlier one takes its place. */
export async function upsertFacts(db: Database, rows: Insertable<MemoryTables['memory.fact']>[]): Promise<FactRow[]> {
  return db
    .withTables<MemoryTables>()
    .insertInto('memory.fact')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'kind', 'about', 'slot']).doUpdateSet(({ ref }) => ({
        meaning: ref('excluded.meaning'),
        said: ref('excluded.said'),
        learnt_at: ref('excluded.learnt_at'),
        expires_at: ref('excluded.expires_at'),
      })),
    )
    .returningAll()
    .execute();
}

export async function findFact(db: Database, userId: string, id: string): Promise<FactRow | undefined> {
  return db
    .withTables<MemoryTables>()
    .selectFrom('memory.fact')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
}

export async function countFacts(db: Database, userId: string): Promise<number> {
  const row = await db
    .withTables<MemoryTables>()
    .selectFrom('memory.fact')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Forgets one fact of a member, or all; says how many. */
export async function deleteFacts(db: Database, userId: string, id?: string): Promise<number> {
  let query = db.withTables<MemoryTables>().deleteFrom('memory.fact').where('user_id', '=', userId);
  if (id !== undefined) query = query.where('id', '=', id);
  const { numDeletedRows } = await query.executeTakeFirst();
  return Number(numDeletedRows);
}
