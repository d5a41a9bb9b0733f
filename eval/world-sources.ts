import type { ListingEvidence } from '#engines/answer';
import type { EvidencePassage } from '#engines/evidence';
import type { Language, LanguageEngine } from '#engines/language';
import { createSearchIndex, type ListingDocument, type SearchIndex } from '#engines/retrieval';
import type { WordVectors } from '#engines/vectors';
import type { EvidenceSources } from '#modules/assistant';
import { type ListingFacts, makeGuidePassages, makePassages } from '#modules/knowledge-base';
import { toDocument } from '#modules/search';
import { listingRows } from '../demo/fill/catalog-rows.ts';
import { createDemoTime } from '../demo/fill/demo-time.ts';
import { documentRows, questionRows, reviewRows } from '../demo/fill/knowledge-rows.ts';
import type { World } from '../demo/fill/world.ts';

/** A fixed day, so that every run reads the same world. */
const FILLED_AT = Date.UTC(2025, 5, 1);
const REVIEWS_EACH = 200;

/** A world of files in the form of the demo's, as the assistant reads an instance that was filled with it. */
export function readWorldSources(
  world: World,
  language: LanguageEngine,
  vectors: WordVectors | undefined,
): { index: SearchIndex; sources: EvidenceSources; listed: ListingDocument[] } {
  const time = createDemoTime(FILLED_AT);
  const rows = listingRows(world, time).map((row) => ({ ...row, likes: 0, attributes: JSON.parse(row.attributes) }));
  const index = createSearchIndex(language);
  const listed = rows
    .filter(({ status }) => status === 'available')
    .map((row) => toDocument(row as Parameters<typeof toDocument>[0]));
  for (const document of listed) index.put(document);

  const closets = new Map(world.closets.map((closet) => [closet.handle, closet]));
  const listings = new Map(
    world.listings.map((listing, i): [string, ListingFacts] => [
      listing.key,
      {
        ...listing,
        id: listing.key,
        seller: closets.get(listing.closet)!.name,
        shipsWithinDays: closets.get(listing.closet)!.shipsWithinDays,
        listedAt: rows[i]!.listed_at as Date,
        productId: listing.product,
      },
    ]),
  );
  const written = reviewRows(world, time).map((review) => ({ ...review, votes: 0, verdict: null }));
  const reviews = byKey(written, (review) => review.product_id);
  for (const list of reviews.values())
    list.sort((a, b) => b.helpful - a.helpful || +b.written_at - +a.written_at || (a.id < b.id ? -1 : 1));
  const asked = questionRows(world, time).map((question) => ({
    ...question,
    edited_at: null,
    answers: question.answers.map((answer) => ({ ...answer, question_id: question.id, votes: 0, edited_at: null })),
  }));
  const aboutListing = byKey(asked, (question) => question.listing_id);
  const aboutProduct = byKey(asked, (question) => question.product_id);
  const documents = documentRows(world, time);
  const guides = new Map<string, EvidencePassage[]>();
  const passages = new Map<string, EvidencePassage[]>();

  const passagesOf = (facts: ListingFacts): EvidencePassage[] => {
    const known = passages.get(facts.id);
    if (known) return known;
    const product = facts.productId ?? '';
    const about = {
      reviews: (reviews.get(product) ?? []).slice(0, REVIEWS_EACH),
      questions: [...(aboutListing.get(facts.id) ?? []), ...(aboutProduct.get(product) ?? [])],
    };
    const made = makePassages([facts], about, vectors).get(facts.id)!;
    passages.set(facts.id, made);
    return made;
  };
  const sources: EvidenceSources = {
    understand: (text) => language.understand(text, { vocabulary: index.vocabulary() }),
    findListings: (request) => index.search(request),
    readListings: async (ids) =>
      ids.flatMap((id): ListingEvidence[] => {
        const facts = listings.get(id);
        if (!facts) return [];
        const { title, category } = facts;
        return [{ listingId: id, title, category: category ?? undefined, passages: passagesOf(facts) }];
      }),
    async findGuides({ language: wanted, categories }: { language?: Language; categories?: string[] }) {
      const key = `${wanted} ${categories?.join(' ')}`;
      const known = guides.get(key);
      if (known) return known;
      const chosen = documents.filter((document) => !wanted || document.language === wanted);
      const made = makeGuidePassages(chosen, categories);
      guides.set(key, made);
      return made;
    },
  };
  return { index, sources, listed };
}

function byKey<Row>(rows: Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
