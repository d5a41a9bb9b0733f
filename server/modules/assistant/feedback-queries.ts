import type { Database } from '#platform/database';
import type { AssistantTables } from './tables.ts';

export type CorrectionRow = AssistantTables['assistant.correction'];

export async function upsertRating(db: Database, row: AssistantTables['assistant.rating']): Promise<void> {
  await db
    .withTables<AssistantTables>()
    .insertInto('assistant.rating')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['answer_id', 'rater']).doUpdateSet({ is_good: row.is_good, at: row.at }),
    )
    .execute();
}

export async function deleteRating(db: Database, answerId: string, rater: string): Promise<void> {
  await db
    .withTables<AssistantTables>()
    .deleteFrom('assistant.rating')
    .where('answer_id', '=', answerId)
    .where('rater', '=', rater)
    .execute();
}

/** What one reader said of an answer. */
export async function findFeedback(
  db: Database,
  answerId: string,
  rater: string,
): Promise<{ good: boolean | null; corrections: CorrectionRow[] }> {
  const tables = db.withTables<AssistantTables>();
  const [rating, corrections] = await Promise.all([
    tables
      .selectFrom('assistant.rating')
      .select('is_good')
      .where('answer_id', '=', answerId)
      .where('rater', '=', rater)
      .executeTakeFirst(),
    tables
      .selectFrom('assistant.correction')
      .selectAll()
      .where('answer_id', '=', answerId)
      .where('rater', '=', rater)
      .orderBy('part')
      .orderBy('sentence')
      .execute(),
  ]);
  return { good: rating?.is_good ?? null, corrections };
}

/** Keeps a correction; the same reader's for the same sentence is replaced while it is open. Nothing where it is settled. */
export async function upsertCorrection(db: Database, row: CorrectionRow): Promise<CorrectionRow | undefined> {
  const { reason, note, sent_at } = row;
  return db
    .withTables<AssistantTables>()
    .insertInto('assistant.correction')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['answer_id', 'part', 'sentence', 'rater'])
        .doUpdateSet({ reason, note, sent_at })
        .where('assistant.correction.state', '=', 'open'),
    )
    .returningAll()
    .executeTakeFirst();
}

export async function findCorrection(db: Database, id: string): Promise<CorrectionRow | undefined> {
  return db
    .withTables<AssistantTables>()
    .selectFrom('assistant.correction')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function deleteCorrection(db: Database, id: string): Promise<void> {
  await db.withTables<AssistantTables>().deleteFrom('assistant.correction').where('id', '=', id).execute();
}

/** Settles an open correction; says whether it was still open. */
export async function settleCorrection(
  db: Database,
  id: string,
  { state, reply, at }: { state: 'fixed' | 'refused'; reply: string; at: Date },
): Promise<CorrectionRow | undefined> {
  return db
    .withTables<AssistantTables>()
    .updateTable('assistant.correction')
    .set({ state, reply, settled_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returningAll()
    .executeTakeFirst();
}

/** Corrections for a keeper of a closet, and with `isOperator` those that nobody else hears of; open ones first. */
export async function findCorrectionsFor(
  db: Database,
  { userId, isOperator, limit }: { userId: string; isOperator: boolean; limit: number },
): Promise<CorrectionRow[]> {
  return db
    .withTables<AssistantTables>()
    .selectFrom('assistant.correction')
    .selectAll()
    .where(({ eb, or }) => or([eb('keeper_id', '=', userId), ...(isOperator ? [eb('keeper_id', 'is', null)] : [])]))
    .orderBy(({ eb }) => eb('state', '!=', 'open'))
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
