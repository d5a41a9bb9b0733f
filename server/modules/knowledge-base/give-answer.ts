import { detectLanguage } from '#engines/language';
import { findCard, findClosetOf } from '#modules/catalog';
import { type Member, requireMember } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { KnowledgeError } from './errors.ts';
import { hasReviewed } from './queries.ts';
import { findQuestion, insertAnswer, type QuestionWithAnswers } from './question-queries.ts';
import type { AnswerInput, QuestionRow } from './tables.ts';

/** Puts a member's answer under a question, marked by what they are to the piece. Returns the question as it is then. */
export async function giveAnswer(ctx: Ctx, input: { questionId: string; text: string }): Promise<QuestionWithAnswers> {
  const member = requireMember(ctx.actor);
  const question = await findQuestion(ctx.db, input.questionId);
  if (!question) throw KnowledgeError.questionNotFound();
  const now = ctx.clock.now();
  const answer: AnswerInput = {
    id: createId('ans', now),
    question_id: question.id,
    written_by: await standingOf(ctx, member, question),
    author: member.name,
    author_id: member.userId,
    text: input.text,
    language: detectLanguage(input.text),
    answered_at: new Date(now),
  };
  await ctx.db.transaction().execute(async (tx) => {
    await insertAnswer(tx, answer);
    const payload = { answerId: answer.id, questionId: question.id };
    await ctx.outbox.append(tx, [{ name: 'question.answered', payload }]);
  });
  return (await findQuestion(ctx.db, question.id)) ?? question;
}

/** The seller of the very piece, an owner who is known by their review of the style, or anyone else. */
async function standingOf(ctx: Ctx, member: Member, question: QuestionRow): Promise<AnswerInput['written_by']> {
  const listing = question.listing_id === null ? undefined : await findCard(ctx.db, question.listing_id);
  if (listing && (await findClosetOf(ctx.db, member.userId))?.id === listing.closet_id) return 'seller';
  const productId = question.product_id ?? listing?.product_id ?? null;
  return productId !== null && (await hasReviewed(ctx.db, member.userId, productId)) ? 'owner' : 'community';
}
