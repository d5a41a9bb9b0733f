import { remember } from '#engines/memo';
import type { WordVectors } from '#engines/vectors';
import type { EvidencePassage } from './evidence-types.ts';
import { opinionLexicon } from './opinion-lexicon.ts';
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
  const kindRows = kind.map((word) => vectors.indexOf(word)).filter((row) => row >= 0);
  const isOwn = perWord((word) => own.has(word.stem) || similarity(vectors, word, kindRows) >= RELATED);

  const reviews = passages
    .filter((passage) => passage.source === 'review' && (passage.language ?? scriptLanguage(passage.text)) === 'en')
    .map((passage) => ({ id: passage.id, words: topicWordsOf(passage.text) }));
  const holders = new Map<string, Set<string>>();
  for (const { id, words } of reviews) {
    for (const word of words) {
      if (isGeneral(vectors, word) || isOwn(word)) continue;
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
  if (!core) return namesKind.size > 0 ? nothing : findTheme(vectors, reviews, isOwn);
  const topic = alien.slice(0, 5).map(({ stem }) => stem);
  const ids = reviews
    .filter(({ id, words }) => !namesKind.has(id) && words.some((word) => topic.includes(word.stem)))
    .map(({ id }) => id);
  // Agreement: the leading word must be shared by many of those it accuses. Weight: reviews of one thing share odd words
  // now and then (photos, a premiere), so a finding needs at least half of the reviews, or honest listings are hit.
  const isAgreed = ids.length >= AGREEING && core.ids.length * 2.5 >= ids.length;
  return isAgreed && ids.length * 2 >= reviews.length ? { ids, topic } : nothing;
}

type Review = { id: string; words: Word[] };

const ENOUGH_REVIEWS = 8;
/** Everyday things ("phone") rank below rare ones in what they prove, but above the words that hold sentences together. */
const EVERYDAY_RANK = 300;
const OF_THE_THEME = 0.4;

/**
 * Where no review of many names the kind of thing at all, everyday words may accuse them too: half of the reviews speak of
 * one thing that the product is not, or of what is near to it ("phone": camera, shutter, tripod).
 */
function findTheme(vectors: WordVectors, reviews: Review[], isOwn: (word: Word) => boolean): OtherProductFinding {
  const nothing: OtherProductFinding = { ids: [], topic: [] };
  if (reviews.length < ENOUGH_REVIEWS) return nothing;
  const isThing = (word: Word) => {
    const row = vectors.indexOf(word.text);
    return (
      row >= 0 && vectors.rankOf(row) >= EVERYDAY_RANK && word.text.length >= 4 && !isOpinion(word.text) && !isOwn(word)
    );
  };
  const things = reviews.map(({ id, words }) => ({ id, words: words.filter(isThing) }));
  const counts = new Map<string, { word: Word; count: number }>();
  for (const word of things.flatMap(({ words }) => words)) {
    const known = counts.get(word.stem) ?? { word, count: 0 };
    known.count++;
    counts.set(word.stem, known);
  }
  const [core] = [...counts.values()].sort((a, b) => b.count - a.count || (a.word.stem < b.word.stem ? -1 : 1));
  if (!core || core.count < AGREEING) return nothing;
  const center = vectors.indexOf(core.word.text);
  const near = (word: Word) => vectors.similarity(center, vectors.indexOf(word.text)) >= OF_THE_THEME;
  const themed = new Set(things.filter(({ words }) => words.some(near)).map(({ id }) => id));
  if (themed.size * 2 < reviews.length) return nothing;
  // Once the theme is another thing's, what says nothing of this one goes with it.
  const strangers = reviews.filter(({ id, words }) => themed.has(id) || !words.some(isOwn));
  return { ids: strangers.map(({ id }) => id), topic: [core.word.stem] };
}

function isGeneral(vectors: WordVectors, word: Word): boolean {
  const row = vectors.indexOf(word.text);
  return row < 0 || vectors.rankOf(row) < GENERAL_RANK || word.text.length < 4 || isOpinion(word.text);
}

/** The same, asked once of each word: reviews of one thing share most of theirs. */
function perWord(of: (word: Word) => boolean): (word: Word) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const found = known.get(word.text) ?? of(word);
    known.set(word.text, found);
    return found;
  };
}

const isOpinion = remember((word) => {
  const lexicon = opinionLexicon();
  return [lexicon.polarity, lexicon.names, lexicon.sides].some((find) => find(word).length > 0);
}, 10_000);

function similarity(vectors: WordVectors, word: Word, others: number[]): number {
  const row = vectors.indexOf(word.text);
  return row < 0 ? 0 : Math.max(0, ...others.map((other) => vectors.similarity(row, other)));
}

const topicWordsOf = remember((text) => {
  const seen = new Set<string>();
  return contentWords(text).filter((word) => !seen.has(word.stem) && seen.add(word.stem));
}, 4_000);
