import type { Actor } from '#platform/context';
import { AppError } from '#platform/errors';

export type Member = Extract<Actor, { kind: 'member' }>;

/** The signed-in member, or a 401 that says what to do. */
export function requireMember(actor: Actor): Member {
  if (actor.kind !== 'member') throw new AppError('session.required', 401, 'Sign in to do this.');
  return actor;
}

/** The signed-in operator: visitors get a 401, other members a 403. */
export function requireOperator(actor: Actor): Member {
  const member = requireMember(actor);
  if (!member.isOperator) throw new AppError('operator.required', 403, 'Only operators of this shop may do this.');
  return member;
}
