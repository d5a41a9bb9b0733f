import { requireMember } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { KnowledgeError } from './errors.ts';
import { findReview } from './queries.ts';
import { findAnswer } from './question-queries.ts';
import { deleteVote, insertVote } from './vote-queries.ts';

export type VoteSubject = { kind: 'review' | 'answer'; id: string };

/** Marks a review or an answer as helpful or takes the mark back; doing it twice changes nothing more. */
export async function setHelpful(ctx: Ctx, { kind, id }: VoteSubject, helpful: boolean): Promise<void> {
  const { userId } = requireMember(ctx.actor);
  const found = kind === 'review' ? await findReview(ctx.db, id) : await findAnswer(ctx.db, id);
  if (!found) throw kind === 'review' ? KnowledgeError.reviewNotFound() : KnowledgeError.answerNotFound();
  if (found.author_id === userId) throw KnowledgeError.ownWords();
  if (helpful) await insertVote(ctx.db, { kind, id }, userId, new Date(ctx.clock.now()));
  else await deleteVote(ctx.db, { kind, id }, userId);
}
