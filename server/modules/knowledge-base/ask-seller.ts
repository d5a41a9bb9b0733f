import { detectLanguage } from '#engines/language';
import { CatalogError, findCard } from '#modules/catalog';
import { requireMember } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { insertQuestion } from './question-queries.ts';
import type { QuestionRow } from './tables.ts';

/** Puts a member's question on a listing, for the seller and owners to answer. */
export async function askSeller(ctx: Ctx, input: { listingId: string; text: string }): Promise<QuestionRow> {
  const member = requireMember(ctx.actor);
  if (!(await findCard(ctx.db, input.listingId))) throw CatalogError.listingNotFound();
  const now = ctx.clock.now();
  const id = createId('que', now);
  const question: QuestionRow = {
    id,
    source: 'vitrine',
    source_id: id,
    listing_id: input.listingId,
    product_id: null,
    asker: member.name,
    asker_id: member.userId,
    text: input.text,
    language: detectLanguage(input.text),
    asked_at: new Date(now),
    import_hash: null,
    edited_at: null,
  };
  await ctx.db.transaction().execute(async (tx) => {
    await insertQuestion(tx, question);
    await ctx.outbox.append(tx, [{ name: 'question.asked', payload: { questionId: id, listingId: input.listingId } }]);
  });
  return question;
}
