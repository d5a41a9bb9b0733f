import { sql } from 'kysely';
import type { Database } from '#platform/database';
import type { KnowledgeTables } from './tables.ts';
import type { VoteSubject } from './vote.ts';

/** A vote that is there already stays as it is; the database counts. */
export async function insertVote(db: Database, subject: VoteSubject, userId: string, at: Date): Promise<void> {
  await db
    .withTables<KnowledgeTables>()
    .insertInto('knowledge_base.helpful_vote')
    .values({
      user_id: userId,
      review_id: subject.kind === 'review' ? subject.id : null,
      answer_id: subject.kind === 'answer' ? subject.id : null,
      voted_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteVote(db: Database, subject: VoteSubject, userId: string): Promise<void> {
  await db
    .withTables<KnowledgeTables>()
    .deleteFrom('knowledge_base.helpful_vote')
    .where('user_id', '=', userId)
    .where(subject.kind === 'review' ? 'review_id' : 'answer_id', '=', subject.id)
    .execute();
}

/** Which of these reviews, questions and answers a member wrote, and which of them they found helpful. */
export async function findOwnVoices(
  db: Database,
  userId: string,
  ids: string[],
): Promise<{ own: string[]; helpful: string[] }> {
  const { rows } = await sql<{ id: string; own: boolean }>`
    select id, true as own from knowledge_base.review where author_id = ${userId} and id = any(${ids})
    union all
    select id, true from knowledge_base.question where asker_id = ${userId} and id = any(${ids})
    union all
    select id, true from knowledge_base.answer where author_id = ${userId} and id = any(${ids})
    union all
    select coalesce(review_id, answer_id), false from knowledge_base.helpful_vote
    where user_id = ${userId} and (review_id = any(${ids}) or answer_id = any(${ids}))`.execute(db);
  const pick = (own: boolean) => rows.filter((row) => row.own === own).map((row) => row.id);
  return { own: pick(true), helpful: pick(false) };
}
