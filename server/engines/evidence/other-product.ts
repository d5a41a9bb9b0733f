import type { EvidencePassage } from './evidence-types.ts';
import { opinionLexicon } from './opinion-lexicon.ts';
import { dot, sentenceVector } from './vectors/sentence-vector.ts';
import type { WordVectors } from './vectors/word-vectors.ts';
import { contentWords, scriptLanguage, type Word } from './words.ts';

/** What a product is, in words its reviews could share: title, category and whatever else names it. */
export type ProductIdentity = { title: string; category: string; text?: string };

export type OtherProductFinding = {
  /** Ids of the passages that speak of another thing. */
  ids: string[];
  /** The words they share and the product does not have, the most shared first. */
  topic: string[];
};

/** Words more frequent than this rank in general English ("great", "husband") name no thing of their own. */
const GENERAL_RANK = 1_500;
const AGREEING = 3;
const RELATED = 0.5;

/**
 * Finds reviews that a listing inherited from another product: they hardly share a topic word with the product's own
 * title, category and text, while at least three of them agree on a specific thing that the product is not. Reviews in a
 * language without vectors, and lone strays, are left in peace.
 */
export function findOtherProductReviews(
  product: ProductIdentity,
  passages: EvidencePassage[],
  vectors: WordVectors | undefined,
): OtherProductFinding {
  const nothing: OtherProductFinding = { ids: [], topic: [] };
  if (!vectors) return nothing;
  const own = new Set(
    contentWords(`${product.title} ${product.category} ${product.text ?? ''}`).map((word) => word.stem),
  );
  const kind = contentWords(`${product.category} ${product.title}`).map((word) => word.text);
  const isOwn = (word: Word) => own.has(word.stem) || similarity(vectors, word, kind) >= RELATED;

  const reviews = passages
    .filter((passage) => passage.source === 'review' && (passage.language ?? scriptLanguage(passage.text)) === 'en')
    .map((passage) => ({ id: passage.id, words: distinct(contentWords(passage.text)) }));
  const holders = new Map<string, Set<string>>();
  for (const { id, words } of reviews) {
    for (const word of words) {
      if (isOwn(word) || isGeneral(vectors, word)) continue;
      const ids = holders.get(word.stem) ?? new Set();
      ids.add(id);
      holders.set(word.stem, ids);
    }
  }
  const kindStems = new Set(kind.flatMap((word) => contentWords(word).map((found) => found.stem)));
  const namesKind = new Set(
    reviews.filter(({ words }) => words.some((word) => kindStems.has(word.stem))).map(({ id }) => id),
  );
  const alien = [...holders]
    .map(([stem, ids]) => ({
      stem,
      ids: [...ids].filter((id) => !namesKind.has(id)),
      own: [...ids].filter((id) => namesKind.has(id)).length,
    }))
    .filter(({ ids, own: within }) => ids.length >= AGREEING && within * 4 <= ids.length)
    .sort((a, b) => b.ids.length - a.ids.length || (a.stem < b.stem ? -1 : 1));
  const core = alien[0];
  if (!core) return nothing;
  const topic = alien.slice(0, 5).map(({ stem }) => stem);
  const ids = reviews
    .filter(({ id, words }) => !namesKind.has(id) && words.some((word) => topic.includes(word.stem)))
    .map(({ id }) => id);
  // Agreement: the leading word must be shared by many of those it accuses. Weight: reviews of one thing share odd words
  // now and then (photos, a premiere), so a finding needs at least half of the reviews, or honest listings are hit.
  const isAgreed = ids.length >= AGREEING && core.ids.length * 2.5 >= ids.length;
  return isAgreed && ids.length * 2 >= reviews.length ? { ids, topic } : nothing;
}

function isGeneral(vectors: WordVectors, word: Word): boolean {
  const row = vectors.indexOf(word.text);
  if (row < 0 || vectors.rankOf(row) < GENERAL_RANK || word.text.length < 4) return true;
  const lexicon = opinionLexicon();
  return (
    lexicon.polarity(word.text).length > 0 || lexicon.names(word.text).length > 0 || lexicon.sides(word.text).length > 0
  );
}

function similarity(vectors: WordVectors, word: Word, others: string[]): number {
  const vector = sentenceVector(vectors, [word.text]);
  return Math.max(0, ...others.map((other) => dot(vector, sentenceVector(vectors, [other]))));
}

function distinct(words: Word[]): Word[] {
  const seen = new Set<string>();
  return words.filter((word) => !seen.has(word.stem) && seen.add(word.stem));
}
