import { type WordVectors, wordWeight } from '#engines/vectors';
import type { AnalysedText } from './analyse.ts';

/** How the question's topic words find near words in a sentence (each 0..1). */
export type SoftMatch = {
  /** Mean of the best cosines, rarer words weighing more. */
  mean: number;
  /** The best cosine of the rarest topic word. */
  rarest: number;
  /** The best cosine of the last topic word: in most questions the thing asked about. */
  last: number;
  /** The lowest of the best cosines. */
  least: number;
};

type Units = { vectors: WordVectors | undefined; rows: number[]; weights: number[]; stems: string[] };

/** By the topic words, which a sentence shares with the text it was taken from. */
const cache = new WeakMap<AnalysedText['content'], Units>();

/**
 * For each topic word of the question its best cosine among the sentence's words: a greedy form of Kusner and others 2015,
 * "From Word Embeddings to Document Distances". Words with the same stem match fully, words without a vector only so.
 */
export function softMatch(question: AnalysedText, sentence: AnalysedText, vectors: WordVectors | undefined): SoftMatch {
  const asked = unitsOf(question, vectors);
  const said = unitsOf(sentence, vectors);
  const match: SoftMatch = { mean: 0, rarest: 0, last: 0, least: asked.stems.length > 0 ? 1 : 0 };
  let total = 0;
  let heaviest = -1;
  for (let i = 0; i < asked.stems.length; i++) {
    const best = bestOf(asked, i, said);
    const weight = asked.weights[i]!;
    match.mean += weight * best;
    total += weight;
    if (weight > heaviest) {
      heaviest = weight;
      match.rarest = best;
    }
    match.last = best;
    match.least = Math.min(match.least, best);
  }
  if (total > 0) match.mean /= total;
  return match;
}

function bestOf(asked: Units, i: number, said: Units): number {
  if (said.stems.includes(asked.stems[i]!)) return 1;
  const row = asked.rows[i]!;
  if (row < 0 || !asked.vectors) return 0;
  let best = 0;
  for (const other of said.rows) if (other >= 0) best = Math.max(best, asked.vectors.similarity(row, other));
  return best;
}

function unitsOf(text: AnalysedText, vectors: WordVectors | undefined): Units {
  const known = cache.get(text.content);
  if (known && known.vectors === vectors) return known;
  const rows = text.content.map((word) => vectors?.indexOf(word.text.replace(/'s$/, '')) ?? -1);
  const made: Units = {
    vectors,
    rows,
    weights: rows.map((row) => (vectors && row >= 0 ? wordWeight(vectors, row) : 1)),
    stems: text.content.map((word) => word.stem),
  };
  cache.set(text.content, made);
  return made;
}
