import type { EvidencePassage } from '#engines/evidence';
import type { Language } from '#engines/language';
import type { WordVectors } from '#engines/vectors';
import type { Database } from '#platform/database';
import { type ListingFacts, makeGuidePassages, makePassages } from './make-passages.ts';
import { findDocuments, findQuestions, findReviewsOf } from './queries.ts';

const reviewsEach = 200;

/** Everything that is said about each of these listings, keyed by listing id; see `makePassages`. */
export async function gatherPassages(
  db: Database,
  listings: ListingFacts[],
  vectors: WordVectors | undefined,
): Promise<Map<string, EvidencePassage[]>> {
  const productIds = [...new Set(listings.flatMap((listing) => listing.productId ?? []))];
  const [reviews, questions] = await Promise.all([
    findReviewsOf(db, productIds, reviewsEach),
    findQuestions(db, { listingIds: listings.map((listing) => listing.id), productIds }),
  ]);
  return makePassages(listings, { reviews, questions }, vectors);
}

/** Passages of the guides and documents that speak of a category, in one language, or of everything. */
export async function gatherGuides(
  db: Database,
  filter: { language?: Language; categories?: readonly string[] },
): Promise<EvidencePassage[]> {
  return makeGuidePassages(await findDocuments(db, { language: filter.language }), filter.categories);
}
