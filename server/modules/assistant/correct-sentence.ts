import { findCard, findClosetById } from '#modules/catalog';
import { requireMember } from '#modules/identity';
import type { Actor, Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { AssistantError } from './errors.ts';
import {
  type CorrectionRow,
  deleteCorrection,
  findCorrection,
  settleCorrection,
  upsertCorrection,
} from './feedback-queries.ts';
import { canRead, canSettle } from './policy.ts';
import { type AnswerRow, findAnswer } from './queries.ts';
import { findSentence } from './sentences.ts';

export type CorrectionInput = Pick<CorrectionRow, 'part' | 'sentence' | 'reason' | 'note'>;

/** Who says it: the member, or nobody by name for whoever holds the id of a visitor's answer. */
export function raterOf(actor: Actor): string {
  return actor.kind === 'member' ? actor.userId : '';
}

/** An answer that the actor may read; throws `answer.not-found` for any other. */
export async function readableAnswer(ctx: Ctx, id: string): Promise<AnswerRow> {
  const row = await findAnswer(ctx.db, id);
  if (!row || !canRead(ctx.actor, row)) throw AssistantError.answerNotFound();
  return row;
}

/** Says that a sentence is wrong, to the seller of the listing it speaks of or else to the operator; once a reader and sentence. */
export async function correctSentence(ctx: Ctx, answerId: string, input: CorrectionInput): Promise<CorrectionRow> {
  const answer = await readableAnswer(ctx, answerId);
  const found = findSentence(answer.answer, input);
  if (!found) throw AssistantError.sentenceNotFound();
  const card = found.source.listingId === null ? undefined : await findCard(ctx.db, found.source.listingId);
  const closet = card && (await findClosetById(ctx.db, card.closet_id));
  const now = ctx.clock.now();
  return ctx.db.transaction().execute(async (tx) => {
    const row = await upsertCorrection(tx, {
      id: createId('cor', now),
      answer_id: answerId,
      rater: raterOf(ctx.actor),
      part: input.part,
      sentence: input.sentence,
      text: found.sentence.text,
      reason: input.reason,
      note: input.note,
      listing_id: card?.id ?? null,
      keeper_id: closet?.owner_id ?? null,
      source_title: found.source.title,
      source_path: found.source.path,
      state: 'open',
      reply: '',
      sent_at: new Date(now),
      settled_at: null,
    });
    if (!row) throw AssistantError.correctionSettled();
    const payload = { correctionId: row.id, keeperId: row.keeper_id, listingId: row.listing_id };
    await ctx.outbox.append(tx, [{ name: 'correction.sent', payload }]);
    return row;
  });
}

/** Takes back what one said oneself, while it is open. */
export async function takeBackCorrection(ctx: Ctx, id: string): Promise<void> {
  const row = await findCorrection(ctx.db, id);
  if (!row || row.rater !== raterOf(ctx.actor)) throw AssistantError.correctionNotFound();
  await readableAnswer(ctx, row.answer_id);
  if (row.state !== 'open') throw AssistantError.correctionSettled();
  await deleteCorrection(ctx.db, id);
}

/** Says that a correction was heeded or not, with a word to the one who sent it. */
export async function settle(
  ctx: Ctx,
  id: string,
  { state, reply }: { state: 'fixed' | 'refused'; reply: string },
): Promise<CorrectionRow> {
  requireMember(ctx.actor);
  const row = await findCorrection(ctx.db, id);
  if (!row || !canSettle(ctx.actor, row.keeper_id)) throw AssistantError.correctionNotFound();
  return ctx.db.transaction().execute(async (tx) => {
    const settled = await settleCorrection(tx, id, { state, reply, at: new Date(ctx.clock.now()) });
    if (!settled) throw AssistantError.correctionSettled();
    const payload = { correctionId: id, state, raterId: settled.rater || null };
    await ctx.outbox.append(tx, [{ name: 'correction.settled', payload }]);
    return settled;
  });
}
