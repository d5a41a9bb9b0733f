import type { Actor } from '#platform/context';

/** A member's conversation is theirs alone; a visitor's belongs to whoever holds its id, which cannot be guessed. */
export function canRead(actor: Actor, conversation: { user_id: string | null }): boolean {
  if (conversation.user_id === null) return true;
  return actor.kind === 'member' && actor.userId === conversation.user_id;
}

/** Whether a conversation is in the actor's own list. */
export function isOwn(actor: Actor, conversation: { user_id: string | null }): boolean {
  return actor.kind === 'member' && actor.userId === conversation.user_id;
}

/** Corrections about a listing are its closet's keeper's to settle; without a keeper, and all others, the operator's. */
export function canSettle(actor: Actor, ownerId: string | null): boolean {
  if (actor.kind !== 'member') return false;
  return ownerId === null ? actor.isOperator : actor.userId === ownerId;
}
