import {
  attributePassages,
  type EvidencePassage,
  findCopies,
  findOtherProductReviews,
  guidePassages,
  splitSentences,
} from '#engines/evidence';
import { findInjection } from '#engines/injection';
import type { Language } from '#engines/language';
import { remember } from '#engines/memo';
import type { WordVectors } from '#engines/vectors';
import { isEvidence } from './is-evidence.ts';
import type { QuestionWithAnswers } from './question-queries.ts';
import type { DocumentRow, ReviewRow } from './tables.ts';

/** What passages need to know of a listing. */
export type ListingFacts = {
  id: string;
  title: string;
  description: string;
  language: Language;
  category: string | null;
  brand: string | null;
  attributes: Record<string, string | number | boolean | string[]>;
  condition: string | null;
  conditionNote: string | null;
  size: { value: string; system: string | null } | null;
  seller: string;
  /** Within how many days the closet sends what it sells, where it says so. */
  shipsWithinDays?: number | null;
  listedAt: Date;
  productId: string | null;
};

/** What is written about listings, as it is stored. */
export type WrittenAbout = { reviews: ReviewRow[]; questions: QuestionWithAnswers[] };

/**
 * Everything that is said about each of these listings as evidence: attributes, description, its style's reviews,
 * answered questions. Reviews that plainly belong to another product, copies and
 * texts that speak to the assistant are left out. Keyed by listing id.
 */
export function makePassages(
  listings: ListingFacts[],
  { reviews, questions }: WrittenAbout,
  vectors: WordVectors | undefined,
): Map<string, EvidencePassage[]> {
  return new Map(
    listings.map((listing) => {
      const own = reviews.filter((review) => review.product_id === listing.productId).map(reviewPassage);
      const asked = questions.filter(
        (q) => q.listing_id === listing.id || (q.product_id !== null && q.product_id === listing.productId),
      );
      return [
        listing.id,
        [
          ...[...listingPassages(listing), ...asked.flatMap(answerPassages)].filter(isEvidence),
          ...trustedReviews(listing, own, vectors),
        ],
      ];
    }),
  );
}

/**
 * Passages of the documents that speak of one of the categories (of any where none is given). Documents of the category
 * `all` are the shop's own rules: they speak of every one.
 */
export function makeGuidePassages(documents: DocumentRow[], categories?: readonly string[]): EvidencePassage[] {
  const chosen = categories
    ? documents.filter((document) => document.categories.some((category) => categories.includes(category)))
    : documents;
  return chosen.flatMap((document) => readDocument(JSON.stringify(document)));
}

export function reviewPassage(review: ReviewRow): EvidencePassage {
  return {
    id: review.id,
    text: review.title ? `${review.title}\n${review.text}` : review.text,
    source: 'review',
    language: review.language,
    author: review.author,
    rating: review.rating ?? undefined,
    helpful: review.helpful,
    fit: review.fit ?? undefined,
    at: review.written_at.getTime(),
    about: { kind: 'product', id: review.product_id },
  };
}

/** Reviews of a product without those that speak to the assistant, of another thing (row A17) or repeat one that is there already. */
export function trustedReviews(
  product: { title: string; category: string | null; description?: string },
  reviews: EvidencePassage[],
  vectors: WordVectors | undefined,
): EvidencePassage[] {
  const spoken = reviews.filter(isEvidence);
  const strangers = findOtherProductReviews(
    { title: product.title, category: product.category ?? '', text: product.description },
    spoken,
    vectors,
  );
  const out = new Set(strangers.ids);
  const own = spoken.filter((review) => !out.has(review.id));
  const copies = findCopies(own);
  return own.filter((review) => !copies.has(review.id));
}

function listingPassages(listing: ListingFacts): EvidencePassage[] {
  const about = { kind: 'listing' as const, id: listing.id };
  const said = { language: listing.language, author: listing.seller, at: listing.listedAt.getTime(), about };
  const facts: ListingFacts['attributes'] = { ...listing.attributes };
  if (listing.brand) facts.brand = listing.brand;
  if (listing.shipsWithinDays) facts.shipsWithinDays = listing.shipsWithinDays;
  if (listing.condition) facts.condition = listing.condition;
  if (listing.size)
    facts.size = [listing.size.system === 'ONE' ? null : listing.size.system, listing.size.value]
      .filter(Boolean)
      .join(' ');
  const passages = attributePassages(about, facts, listing.seller).map((passage) => ({ ...passage, at: said.at }));
  const { title, description } = listing;
  passages.push({ ...said, id: `${listing.id}#title`, text: title, source: 'description', isTitle: true });
  // A long description is several passages, so that a citation points to its part of it.
  const sentences = splitSentences(description, listing.language);
  for (let start = 0; start < sentences.length; start += 4) {
    const end = Math.min(start + 4, sentences.length) - 1;
    passages.push({
      ...said,
      id: `${listing.id}#description-${start / 4 + 1}`,
      text: description.slice(sentences[start]!.start, sentences[end]!.end),
      source: 'description',
    });
  }
  if (listing.conditionNote)
    passages.push({
      ...said,
      id: `${listing.id}#condition-note`,
      text: listing.conditionNote,
      source: 'description',
      isConditionNote: true,
    });
  return passages;
}

function answerPassages(question: QuestionWithAnswers): EvidencePassage[] {
  const about = question.listing_id
    ? { kind: 'listing' as const, id: question.listing_id }
    : { kind: 'product' as const, id: question.product_id! };
  return question.answers.map((answer) => ({
    id: answer.id,
    text: answer.text,
    source: 'answer',
    language: answer.language,
    helpful: answer.votes,
    author: answer.author,
    by: answer.written_by,
    question: question.text,
    at: answer.answered_at.getTime(),
    about,
  }));
}

/** Documents change seldom and are read with every answer; the key is all of one, as JSON. */
const readDocument = remember(
  (json) => documentPassages(JSON.parse(json, (key, value) => (key === 'updated_at' ? new Date(value) : value))),
  500,
);

function documentPassages(document: DocumentRow): EvidencePassage[] {
  // A page that hides an order in one place is not believed in another; and cut into passages it may not show.
  if (findInjection(document.body) === 'order') return [];
  const passages = guidePassages(
    {
      id: document.slug,
      title: document.title,
      markdown: document.body,
      language: document.language,
      source: document.source,
      category: document.categories[0],
      at: document.updated_at.getTime(),
      originalUrl: document.origin_url ?? undefined,
    },
    document.kind === 'guide' ? 'guide' : 'document',
  );
  return passages.filter(isEvidence);
}
