import { type Member, requireMember } from '#modules/identity';
import type { Actor } from '#platform/context';
import { KnowledgeError } from './errors.ts';

/** Words are their writer's alone to change and to take back. */
export function requireAuthor(actor: Actor, authorId: string | null): Member {
  const member = requireMember(actor);
  if (authorId !== member.userId) throw KnowledgeError.notYours();
  return member;
}
