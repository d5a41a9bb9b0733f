import type { EvidencePassage } from '#engines/evidence';
import type { Language } from '#engines/language';
import type { WordVectors } from '#engines/vectors';
import type { Database } from '#platform/database';
import { termsOf } from './document-terms.ts';
import { type ListingFacts, makeGuidePassages, makePassages } from './make-passages.ts';
import { findDocuments, findReadDocuments, findReviewsOf } from './queries.ts';
import { findQuestions } from './question-queries.ts';

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

/** Of documents read from elsewhere there may be thousands: so many of those nearest to the question are weighed. */
const readWeighed = 12;

/**
 * Passages of the guides and documents that speak of a category, in one language, or of everything; of those read from
 * elsewhere the ones that share most with the question.
 */
export async function gatherGuides(
  db: Database,
  filter: { language?: Language; categories?: readonly string[]; question?: string },
): Promise<EvidencePassage[]> {
  const { language, categories, question = '' } = filter;
  const [written, read] = await Promise.all([
    findDocuments(db, { language }),
    findReadDocuments(db, { language, categories, terms: termsOf(question), limit: readWeighed }),
  ]);
  return makeGuidePassages([...written, ...read], categories);
}
