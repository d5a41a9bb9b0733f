import { sql } from 'kysely';
import type { Database } from '#platform/database';
import { termsOf } from './document-terms.ts';
import type { AnswerInput, DocumentRow, KnowledgeTables, QuestionInput, ReviewInput } from './tables.ts';

export type SaveCounts = { added: number; updated: number; unchanged: number };

/** Adds or updates reviews by (source, source_id) within the caller's transaction; unchanged rows are not written. */
export async function saveReviews(tx: Database, rows: ReviewInput[]): Promise<SaveCounts> {
  if (rows.length === 0) return { added: 0, updated: 0, unchanged: 0 };
  const written = await tx
    .withTables<KnowledgeTables>()
    .insertInto('knowledge_base.review')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['source', 'source_id'])
        .doUpdateSet((eb) => ({
          product_id: eb.ref('excluded.product_id'),
          author: eb.ref('excluded.author'),
          rating: eb.ref('excluded.rating'),
          title: eb.ref('excluded.title'),
          text: eb.ref('excluded.text'),
          language: eb.ref('excluded.language'),
          verified: eb.ref('excluded.verified'),
          helpful: eb.ref('excluded.helpful'),
          size_bought: eb.ref('excluded.size_bought'),
          height_cm: eb.ref('excluded.height_cm'),
          fit: eb.ref('excluded.fit'),
          import_hash: eb.ref('excluded.import_hash'),
        }))
        .where(sql<boolean>`review.import_hash is distinct from excluded.import_hash`),
    )
    .returning(sql<boolean>`(xmax = 0)`.as('added'))
    .execute();
  const added = written.filter((row) => row.added).length;
  return { added, updated: written.length - added, unchanged: rows.length - written.length };
}

/** Adds or updates questions by (source, source_id), replacing the answers of those that changed; members' answers stay. */
export async function saveQuestions(
  tx: Database,
  rows: (QuestionInput & { answers: Omit<AnswerInput, 'question_id'>[] })[],
): Promise<SaveCounts> {
  if (rows.length === 0) return { added: 0, updated: 0, unchanged: 0 };
  const tables = tx.withTables<KnowledgeTables>();
  const written = await tables
    .insertInto('knowledge_base.question')
    .values(rows.map(({ answers: _, ...question }) => question))
    .onConflict((conflict) =>
      conflict
        .columns(['source', 'source_id'])
        .doUpdateSet((eb) => ({
          text: eb.ref('excluded.text'),
          asker: eb.ref('excluded.asker'),
          language: eb.ref('excluded.language'),
          import_hash: eb.ref('excluded.import_hash'),
        }))
        .where(sql<boolean>`question.import_hash is distinct from excluded.import_hash`),
    )
    .returning(['id', 'source', 'source_id', sql<boolean>`(xmax = 0)`.as('added')])
    .execute();
  if (written.length > 0) {
    await tables
      .deleteFrom('knowledge_base.answer')
      .where('author_id', 'is', null)
      .where(
        'question_id',
        'in',
        written.map((row) => row.id),
      )
      .execute();
    const ids = new Map(written.map((row) => [`${row.source} ${row.source_id}`, row.id]));
    const answers = rows.flatMap((row) => {
      const question_id = ids.get(`${row.source} ${row.source_id}`);
      return question_id === undefined ? [] : row.answers.map((answer) => ({ ...answer, question_id }));
    });
    if (answers.length > 0) await tables.insertInto('knowledge_base.answer').values(answers).execute();
  }
  const added = written.filter((row) => row.added).length;
  return { added, updated: written.length - added, unchanged: rows.length - written.length };
}

/** Adds or replaces documents by slug, with the words that those read from elsewhere are found by. */
export async function saveDocuments(tx: Database, rows: DocumentRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .withTables<KnowledgeTables>()
    .insertInto('knowledge_base.document')
    .values(rows.map((row) => ({ ...row, terms: row.origin_url ? termsOf(`${row.title}\n${row.body}`) : [] })))
    .onConflict((conflict) =>
      conflict.column('slug').doUpdateSet((eb) => ({
        title: eb.ref('excluded.title'),
        language: eb.ref('excluded.language'),
        kind: eb.ref('excluded.kind'),
        categories: eb.ref('excluded.categories'),
        topics: eb.ref('excluded.topics'),
        source: eb.ref('excluded.source'),
        body: eb.ref('excluded.body'),
        updated_at: eb.ref('excluded.updated_at'),
        origin_url: eb.ref('excluded.origin_url'),
        origin_hash: eb.ref('excluded.origin_hash'),
        fetched_at: eb.ref('excluded.fetched_at'),
        terms: eb.ref('excluded.terms'),
      })),
    )
    .execute();
}

export async function removeDocuments(tx: Database, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.withTables<KnowledgeTables>().deleteFrom('knowledge_base.document').where('id', 'in', ids).execute();
}
