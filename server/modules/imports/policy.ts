import type { Actor } from '#platform/context';
import { ImportError } from './errors.ts';
import type { Kind } from './open-import.ts';

/** A closet is filled by who keeps it and by operators; what buyers say is brought in by operators alone. */
export function refuseUnlessMayImport(
  actor: Actor,
  wanted: { kind: Kind; closetOwnerId: string | null; images: boolean },
): void {
  if (isOperator(actor)) return;
  if (actor.kind !== 'member' || wanted.closetOwnerId !== actor.userId) throw ImportError.notYourCloset();
  if (wanted.kind === 'review') throw ImportError.operatorsOnly('reviews');
  if (wanted.kind === 'question') throw ImportError.operatorsOnly('questions');
  if (wanted.images) throw ImportError.operatorsOnly('pictures by their addresses');
}

export function maySeeRun(actor: Actor, closetOwnerId: string | null): boolean {
  return isOperator(actor) || (actor.kind === 'member' && closetOwnerId === actor.userId);
}

function isOperator(actor: Actor): boolean {
  return actor.kind === 'member' && actor.isOperator;
}
