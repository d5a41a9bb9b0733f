import type { Locale } from '#contract/common';
import type { ReviewSummary } from '#contract/review';
import type { EvidencePassage } from '#engines/evidence';
import type { WordVectors } from '#engines/vectors';
import { CatalogError, findCard, findProduct } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import { KnowledgeError } from './errors.ts';
import { findSpeakers } from './find-themes.ts';
import { reviewPassage, trustedReviews } from './make-passages.ts';
import { findReviews } from './queries.ts';
import { summariseReviews } from './summarise-reviews.ts';
import type { ReviewRow } from './tables.ts';

export type ReviewQuery = { locale: Locale; aspect?: string; heightCm?: number };

/** What all reviews of a style come to, and those of them that were asked for, most helpful first. */
export type ReviewsRead = { summary: ReviewSummary; reviews: ReviewRow[] };

/** Reviews of a listing's style; none for a listing without one. Throws `listing.not-found`. */
export async function readListingReviews(
  ctx: Ctx,
  listingId: string,
  query: ReviewQuery,
  vectors: WordVectors | undefined,
): Promise<ReviewsRead> {
  const listing = await findCard(ctx.db, listingId);
  if (!listing) throw CatalogError.listingNotFound();
  if (listing.product_id === null) return sumUp([], [], query);
  return readProductReviews(ctx, listing.product_id, query, vectors, listing);
}

/** Reviews of a style, without those that belong to another one. Throws `product.not-found`. */
export async function readProductReviews(
  ctx: Ctx,
  productId: string,
  query: ReviewQuery,
  vectors: WordVectors | undefined,
  listing?: { category: string | null; description: string },
): Promise<ReviewsRead> {
  const [product, reviews] = await Promise.all([findProduct(ctx.db, productId), findReviews(ctx.db, productId)]);
  if (!product) throw CatalogError.productNotFound();
  const named = {
    title: product.name,
    category: listing?.category ?? product.category,
    description: listing?.description,
  };
  const passages = trustedReviews(named, reviews.map(reviewPassage), vectors);
  const kept = new Set(passages.map((passage) => passage.id));
  return sumUp(
    reviews.filter((review) => kept.has(review.id)),
    passages,
    query,
  );
}

function sumUp(reviews: ReviewRow[], passages: EvidencePassage[], query: ReviewQuery): ReviewsRead {
  const summary = summariseReviews(reviews, passages, query);
  if (query.aspect === undefined) return { summary, reviews };
  const speakers = findSpeakers(passages, query.aspect);
  if (!speakers) throw KnowledgeError.unknownAspect();
  return { summary, reviews: reviews.filter((review) => speakers.has(review.id)) };
}
