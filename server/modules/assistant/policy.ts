import type { Actor } from '#platform/context';

/** A member's conversation is theirs alone; a visitor's belongs to whoever holds its id, which cannot be guessed. */
export function canRead(actor: Actor, conversation: { user_id: string | null }): boolean {
  if (conversation.user_id === null) return true;
  return actor.kind === 'member' && actor.userId === conversation.user_id;
}
