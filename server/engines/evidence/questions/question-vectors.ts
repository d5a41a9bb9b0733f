import type { WordVectors } from '#engines/vectors';
import type { AnalysedText } from '../analyse.ts';
import { questionFeatures } from './question-features.ts';

/** What a question asks about, as a vector of length 1; `null` where it holds nothing known. */
export type QuestionVectors = (question: AnalysedText) => Float32Array | null;

/**
 * Vectors of questions from a table of their features' vectors (`learn/learn-likeness.ts`): the sum over the features, as in
 * Joulin and others 2016, "Bag of Tricks for Efficient Text Classification". Questions about one topic lie close together
 * whatever their words and language.
 */
export function createQuestionVectors(table: WordVectors): QuestionVectors {
  const known = new WeakMap<AnalysedText, Float32Array>();
  return (question) => {
    const found = known.get(question);
    if (found) return found;
    const vector = sumOf(table, questionFeatures(question));
    if (vector) known.set(question, vector);
    return vector;
  };
}

function sumOf(table: WordVectors, features: string[]): Float32Array | null {
  const sum = new Float32Array(table.dimensions);
  let isKnown = false;
  for (const feature of features) {
    const row = table.indexOf(feature);
    if (row < 0) continue;
    isKnown = true;
    table.addTo(sum, row, 1);
  }
  const length = Math.hypot(...sum);
  return isKnown && length > 0 ? sum.map((value) => value / length) : null;
}
