import { sql } from 'kysely';
import type { Database } from '#platform/database';
import type { AnswerRow } from './queries.ts';
import type { AssistantTables } from './tables.ts';

export type ConversationLine = {
  id: string;
  locale: 'en' | 'zh' | 'fa';
  started_at: Date;
  title: string;
  questions: number;
  last_at: Date;
};
export type Place = { at: Date; id: string };

/** A member's conversations, the one begun last first. */
export async function findConversationsOf(
  db: Database,
  userId: string,
  { before, limit }: { before?: Place; limit: number },
): Promise<ConversationLine[]> {
  const { rows } = await sql<ConversationLine>`
    select c.id, c.locale, c.started_at, first.text as title, counted.questions, counted.last_at
    from assistant.conversation c
    cross join lateral (
      select text from assistant.answer where conversation_id = c.id order by asked_at, id limit 1) first
    cross join lateral (
      select count(*)::int as questions, max(asked_at) as last_at from assistant.answer where conversation_id = c.id) counted
    where c.user_id = ${userId}
      and ${before ? sql`(c.started_at, c.id) < (${before.at}, ${before.id})` : sql`true`}
    order by c.started_at desc, c.id desc limit ${limit}`.execute(db);
  return rows;
}

/** The latest answers of a conversation, or those before one of them, oldest first. */
export async function findAnswersOf(
  db: Database,
  conversationId: string,
  { before, limit }: { before?: Place; limit: number },
): Promise<AnswerRow[]> {
  let query = db
    .withTables<AssistantTables>()
    .selectFrom('assistant.answer')
    .selectAll()
    .where('conversation_id', '=', conversationId);
  if (before)
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('asked_at', 'id'), '<', tuple(before.at, before.id)));
  const rows = await query.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.reverse();
}

/** The first question of a conversation, which names it. */
export async function findTitle(db: Database, conversationId: string): Promise<string> {
  const row = await db
    .withTables<AssistantTables>()
    .selectFrom('assistant.answer')
    .select('text')
    .where('conversation_id', '=', conversationId)
    .orderBy('asked_at')
    .orderBy('id')
    .executeTakeFirst();
  return row?.text ?? '';
}

export async function deleteConversation(db: Database, id: string): Promise<void> {
  await db.withTables<AssistantTables>().deleteFrom('assistant.conversation').where('id', '=', id).execute();
}
