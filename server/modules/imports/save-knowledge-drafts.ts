import { findListingIds, findProductIds, saveProducts } from '#modules/catalog';
import { type QuestionInput, saveQuestions, saveReviews } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/database';
import { createId } from '#platform/ids';
import { anonymous } from './anonymous.ts';
import type { ProductDraft, QuestionDraft, ReviewDraft } from './draft.ts';
import { RowProblem } from './row-problem.ts';
import type { BatchResult, ImportTarget, Refusal } from './save-batch.ts';
import { importHash, productRows } from './save-listing-drafts.ts';

/** Products have no hash of their own: those that are known are written again. */
export async function saveProductDrafts(
  ctx: Ctx,
  tx: Database,
  target: ImportTarget,
  drafts: ProductDraft[],
): Promise<BatchResult> {
  const rows = productRows(ctx, target, drafts);
  const known = await findProductIds(
    tx,
    target.source,
    rows.map((row) => row.source_id),
  );
  await saveProducts(tx, rows);
  return { added: rows.length - known.size, updated: known.size, unchanged: 0, refused: [] };
}

export async function saveReviewDrafts(
  ctx: Ctx,
  tx: Database,
  target: ImportTarget,
  drafts: ReviewDraft[],
): Promise<BatchResult> {
  const products = await ensureProducts(
    ctx,
    tx,
    target,
    drafts.map((draft) => draft.product),
  );
  const now = ctx.clock.now();
  const rows = drafts.map((draft) => ({
    id: createId('rev', now),
    source: target.source,
    source_id: draft.id,
    product_id: products.get(draft.product.id)!,
    author: draft.author ?? anonymous[draft.language],
    author_id: null,
    rating: draft.rating,
    title: draft.title,
    text: draft.text,
    language: draft.language,
    verified: draft.verified,
    helpful: draft.helpful,
    size_bought: draft.sizeBought,
    height_cm: draft.heightCm,
    fit: draft.fit,
    written_at: draft.writtenAt ?? new Date(now),
    import_hash: importHash(draft, ''),
  }));
  return { ...(await saveReviews(tx, rows)), refused: [] };
}

export async function saveQuestionDrafts(
  ctx: Ctx,
  tx: Database,
  target: ImportTarget,
  items: { line: number; draft: QuestionDraft }[],
): Promise<BatchResult> {
  const products = await ensureProducts(
    ctx,
    tx,
    target,
    items.flatMap(({ draft }) => draft.product ?? []),
  );
  const listings = await findListingIds(
    tx,
    target.source,
    items.flatMap(({ draft }) => draft.listingId ?? []),
  );
  const refused: Refusal[] = [];
  const rows = items.flatMap(({ line, draft }) => {
    const productId = draft.product ? products.get(draft.product.id)! : null;
    const listingId = draft.listingId === null ? null : (listings.get(draft.listingId)?.id ?? null);
    if (productId !== null || listingId !== null) return questionRow(ctx, target, draft, { productId, listingId });
    const reason = `there is no listing "${draft.listingId}" from the source "${target.source}"; import it first`;
    refused.push({ line, problem: new RowProblem('listing', reason) });
    return [];
  });
  return { ...(await saveQuestions(tx, rows)), refused };
}

/** Ids of products by source id; those not known yet are made from what the row says, known ones stay as they are. */
async function ensureProducts(
  ctx: Ctx,
  tx: Database,
  target: ImportTarget,
  drafts: ProductDraft[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(drafts.map((draft) => draft.id))];
  const known = await findProductIds(tx, target.source, wanted);
  const missing = drafts.filter((draft) => !known.has(draft.id));
  const made = await saveProducts(tx, productRows(ctx, target, missing));
  return new Map([...known, ...made]);
}

function questionRow(
  ctx: Ctx,
  target: ImportTarget,
  draft: QuestionDraft,
  about: { productId: string | null; listingId: string | null },
) {
  const now = ctx.clock.now();
  const question: QuestionInput = {
    id: createId('que', now),
    source: target.source,
    source_id: draft.id,
    listing_id: about.listingId,
    product_id: about.productId,
    asker: draft.asker ?? anonymous[draft.language],
    asker_id: null,
    text: draft.text,
    language: draft.language,
    asked_at: draft.askedAt ?? new Date(now),
    import_hash: importHash(draft, ''),
  };
  const answers = draft.answers.map((answer) => ({
    id: createId('ans', now),
    written_by: answer.by,
    author: answer.author ?? anonymous[draft.language],
    author_id: null,
    text: answer.text,
    language: draft.language,
    answered_at: answer.at ?? question.asked_at,
  }));
  return { ...question, answers };
}
