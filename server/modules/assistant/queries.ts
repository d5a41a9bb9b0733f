import type { Selectable } from 'kysely';
import type { Database } from '#platform/database';
import type { AssistantTables } from './tables.ts';

export type ConversationRow = AssistantTables['assistant.conversation'];
export type AnswerRow = Selectable<AssistantTables['assistant.answer']>;

export async function findConversation(db: Database, id: string): Promise<ConversationRow | undefined> {
  return db
    .withTables<AssistantTables>()
    .selectFrom('assistant.conversation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The last thing said in a conversation; follow-ups refer to it. */
export async function findLastAnswer(db: Database, conversationId: string): Promise<AnswerRow | undefined> {
  return db
    .withTables<AssistantTables>()
    .selectFrom('assistant.answer')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/** An answer with whose conversation it belongs to. */
export async function findAnswer(
  db: Database,
  id: string,
): Promise<(AnswerRow & { user_id: string | null; locale: 'en' | 'zh' | 'fa' }) | undefined> {
  return db
    .withTables<AssistantTables>()
    .selectFrom('assistant.answer as a')
    .innerJoin('assistant.conversation as c', 'c.id', 'a.conversation_id')
    .selectAll('a')
    .select(['c.user_id', 'c.locale'])
    .where('a.id', '=', id)
    .executeTakeFirst();
}

export async function insertConversation(tx: Database, row: ConversationRow): Promise<void> {
  await tx
    .withTables<AssistantTables>()
    .insertInto('assistant.conversation')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function insertAnswer(tx: Database, row: AnswerRow): Promise<void> {
  const { need, answer, dropped, ...plain } = row;
  await tx
    .withTables<AssistantTables>()
    .insertInto('assistant.answer')
    .values({ ...plain, need: JSON.stringify(need), answer: JSON.stringify(answer), dropped: JSON.stringify(dropped) })
    .execute();
}
