import { sql } from 'kysely';
import type { Database } from '#platform/database';
import type { AnswerInput, AnswerRow, KnowledgeTables, QuestionInput, QuestionRow } from './tables.ts';

export type QuestionWithAnswers = QuestionRow & { answers: AnswerRow[] };

/** The answers of a question: the most helpful first, the seller's before others of as many votes. */
const helpfulFirst = sql`votes desc, (written_by = 'seller') desc, answered_at, id`;

/** Questions about these listings or products, newest first, each with its answers, the most helpful first and the seller's before others of as many votes. */
export async function findQuestions(
  db: Database,
  about: { listingIds: string[]; productIds: string[] },
): Promise<QuestionWithAnswers[]> {
  const { listingIds, productIds } = about;
  if (listingIds.length === 0 && productIds.length === 0) return [];
  const tables = db.withTables<KnowledgeTables>();
  const questions = await tables
    .selectFrom('knowledge_base.question')
    .selectAll()
    .where((eb) =>
      eb.or([
        ...(listingIds.length > 0 ? [eb('listing_id', 'in', listingIds)] : []),
        ...(productIds.length > 0 ? [eb('product_id', 'in', productIds)] : []),
      ]),
    )
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
  if (questions.length === 0) return [];
  const answers = await tables
    .selectFrom('knowledge_base.answer')
    .selectAll()
    .where(
      'question_id',
      'in',
      questions.map((question) => question.id),
    )
    .orderBy(helpfulFirst)
    .execute();
  return questions.map((question) => ({
    ...question,
    answers: answers.filter((answer) => answer.question_id === question.id),
  }));
}

export async function insertQuestion(tx: Database, row: QuestionInput): Promise<void> {
  await tx.withTables<KnowledgeTables>().insertInto('knowledge_base.question').values(row).execute();
}

export async function findQuestion(db: Database, id: string): Promise<QuestionWithAnswers | undefined> {
  const tables = db.withTables<KnowledgeTables>();
  const [question, answers] = await Promise.all([
    tables.selectFrom('knowledge_base.question').selectAll().where('id', '=', id).executeTakeFirst(),
    tables
      .selectFrom('knowledge_base.answer')
      .selectAll()
      .where('question_id', '=', id)
      .orderBy(helpfulFirst)
      .execute(),
  ]);
  return question && { ...question, answers };
}

type Words = Pick<QuestionRow, 'text' | 'language'> & { edited_at: Date };

export async function updateQuestion(db: Database, id: string, words: Words): Promise<void> {
  await db
    .withTables<KnowledgeTables>()
    .updateTable('knowledge_base.question')
    .set(words)
    .where('id', '=', id)
    .execute();
}

export async function deleteQuestion(db: Database, id: string): Promise<void> {
  await db.withTables<KnowledgeTables>().deleteFrom('knowledge_base.question').where('id', '=', id).execute();
}

export async function findAnswer(db: Database, id: string): Promise<AnswerRow | undefined> {
  return db
    .withTables<KnowledgeTables>()
    .selectFrom('knowledge_base.answer')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertAnswer(tx: Database, row: AnswerInput): Promise<void> {
  await tx.withTables<KnowledgeTables>().insertInto('knowledge_base.answer').values(row).execute();
}

export async function updateAnswer(db: Database, id: string, words: Words): Promise<void> {
  await db.withTables<KnowledgeTables>().updateTable('knowledge_base.answer').set(words).where('id', '=', id).execute();
}

export async function deleteAnswer(db: Database, id: string): Promise<void> {
  await db.withTables<KnowledgeTables>().deleteFrom('knowledge_base.answer').where('id', '=', id).execute();
}
