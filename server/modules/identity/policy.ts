import type { Actor } from '#platform/context';
import { AppError } from '#platform/errors';

export type Member = Extract<Actor, { kind: 'member' }>;

/** The signed-in member, or a 401 that says what to do. */
export function requireMember(actor: Actor): Member {
  if (actor.kind !== 'member') throw new AppError('session.required', 401, 'Sign in to do this.');
  return actor;
}
