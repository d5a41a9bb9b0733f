import type { WordVectors } from './word-vectors.ts';

/** Smoothing of smooth inverse frequency; words rarer than about 1 in 1,000 weigh nearly fully. */
const SMOOTHING = 1e-3;

/**
 * The vector of a text: the average of its words' vectors weighted by a / (a + p(w)), scaled to length 1; `null` where
 * no word is known. Smooth inverse frequency as in Arora, Liang, Ma 2017, "A Simple but Tough-to-Beat Baseline for
 * Sentence Embeddings"; the common component was removed from the table itself when it was distilled.
 */
export function sentenceVector(vectors: WordVectors, words: Iterable<string>): Float32Array | null {
  const sum = new Float32Array(vectors.dimensions);
  let known = 0;
  for (const word of words) {
    const row = vectors.indexOf(word);
    if (row < 0) continue;
    vectors.addTo(sum, row, wordWeight(vectors, row));
    known++;
  }
  return known === 0 ? null : unit(sum);
}

/** The weight of one word in a sentence by smooth inverse frequency (0..1). */
export function wordWeight(vectors: WordVectors, row: number): number {
  const probability = 0.08 / (vectors.rankOf(row) + 2.7);
  return SMOOTHING / (SMOOTHING + probability);
}

/** Cosine of two vectors of length 1. */
export function dot(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0;
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}

function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square) || 1;
  for (let d = 0; d < vector.length; d++) vector[d]! /= length;
  return vector;
}
