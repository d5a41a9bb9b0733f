import { createHash } from 'node:crypto';
import { type ListingInput, type ProductInput, saveListings, saveProducts } from '#modules/catalog';
import { saveQuestions } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import type { Database } from '#platform/database';
import { createId } from '#platform/ids';
import { anonymous } from './anonymous.ts';
import type { ListingDraft, ProductDraft } from './draft.ts';
import type { BatchResult, ImportTarget } from './save-batch.ts';

/** Products first, then the listings that are pieces of them, then the questions that came along. */
export async function saveListingDrafts(
  ctx: Ctx,
  tx: Database,
  target: ImportTarget,
  drafts: ListingDraft[],
): Promise<BatchResult> {
  const products = await saveProducts(
    tx,
    productRows(
      ctx,
      target,
      drafts.flatMap((draft) => draft.product ?? []),
    ),
  );
  const rows = drafts.map((draft) => listingRow(ctx, target, draft, products));
  const { ids, ...counts } = await saveListings(ctx, tx, rows);
  const questions = drafts.flatMap((draft) => {
    const listingId = ids.get(draft.id);
    return listingId === undefined ? [] : questionRows(ctx, target, draft, listingId);
  });
  await saveQuestions(tx, questions);
  return { ...counts, refused: [] };
}

/** One row a product; the last of several drafts of it counts. */
export function productRows(ctx: Ctx, target: ImportTarget, drafts: ProductDraft[]): ProductInput[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  return [...byId.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((draft) => ({
      id: createId('prd', ctx.clock.now()),
      source: target.source,
      source_id: draft.id,
      brand: draft.brand,
      name: draft.name,
      category: draft.category,
      department: draft.department,
      attributes: JSON.stringify(draft.attributes),
    }));
}

/** What a row comes to, so that the same row again is known to be unchanged. */
export function importHash(draft: object, place: string): string {
  return createHash('sha256')
    .update(JSON.stringify([place, draft]))
    .digest('base64url');
}

function listingRow(ctx: Ctx, target: ImportTarget, draft: ListingDraft, products: Map<string, string>): ListingInput {
  const now = new Date(ctx.clock.now());
  const closetId = target.closet!.id;
  return {
    id: createId('lst', now.getTime()),
    source: target.source,
    source_id: draft.id,
    closet_id: closetId,
    product_id: draft.product ? (products.get(draft.product.id) ?? null) : null,
    title: draft.title,
    description: draft.description,
    language: draft.language,
    brand: draft.brand,
    category: draft.category,
    department: draft.department,
    attributes: JSON.stringify(draft.attributes),
    size_value: draft.size?.value ?? null,
    size_system: draft.size?.system ?? null,
    condition: draft.condition,
    condition_note: draft.conditionNote,
    price_minor: draft.price.minor,
    original_price_minor: draft.originalPriceMinor,
    currency: draft.price.currency,
    quantity: draft.quantity,
    status: draft.status,
    listed_at: draft.listedAt ?? now,
    import_hash: importHash(draft, closetId),
    updated_at: now,
  };
}

function questionRows(ctx: Ctx, target: ImportTarget, draft: ListingDraft, listingId: string) {
  const now = new Date(ctx.clock.now());
  return draft.questions.map((question, index) => ({
    id: createId('que', now.getTime()),
    source: target.source,
    source_id: `listing ${draft.id} ${index + 1}`,
    listing_id: listingId,
    product_id: null,
    asker: anonymous[draft.language],
    asker_id: null,
    text: question.text,
    language: draft.language,
    asked_at: now,
    import_hash: importHash(question, listingId),
    answers: [
      {
        id: createId('ans', now.getTime()),
        written_by: 'seller' as const,
        author: target.closet!.name,
        author_id: null,
        text: question.answer,
        language: draft.language,
        answered_at: now,
      },
    ],
  }));
}
