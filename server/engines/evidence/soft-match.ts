import type { AnalysedText } from './analyse.ts';
import { wordWeight } from './vectors/sentence-vector.ts';
import type { WordVectors } from './vectors/word-vectors.ts';

const cache = new WeakMap<
  AnalysedText,
  { vectors: WordVectors; rows: Float32Array[]; weights: number[]; stems: string[] }
>();

/**
 * How much of the question finds a near word in the sentence (0..1): for each topic word of the question its best cosine
 * among the sentence's words, averaged with rarer words weighing more (a greedy form of Kusner and others 2015, "From
 * Word Embeddings to Document Distances").
 */
export function softMatch(question: AnalysedText, sentence: AnalysedText, vectors: WordVectors | undefined): number {
  const asked = unitsOf(question, vectors);
  const said = unitsOf(sentence, vectors);
  const stems = new Set(said.stems);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < asked.stems.length; i++) {
    const weight = asked.weights[i]!;
    let best = stems.has(asked.stems[i]!) ? 1 : 0;
    if (best === 0) for (const row of said.rows) best = Math.max(best, inner(asked.rows[i]!, row));
    sum += weight * Math.max(0, best);
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}

function unitsOf(text: AnalysedText, vectors: WordVectors | undefined) {
  const known = cache.get(text);
  if (known && known.vectors === vectors) return known;
  const rows: Float32Array[] = [];
  const weights: number[] = [];
  const stems: string[] = [];
  for (const word of text.content) {
    const row = vectors?.indexOf(word.text) ?? -1;
    const vector = new Float32Array(vectors?.dimensions ?? 0);
    if (vectors && row >= 0) {
      vectors.addTo(vector, row, 1);
      const length = Math.hypot(...vector) || 1;
      for (let d = 0; d < vector.length; d++) vector[d]! /= length;
    }
    rows.push(vector);
    weights.push(vectors && row >= 0 ? wordWeight(vectors, row) : 1);
    stems.push(word.stem);
  }
  const made = { vectors: vectors as WordVectors, rows, weights, stems };
  cache.set(text, made);
  return made;
}

function inner(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}
