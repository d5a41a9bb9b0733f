import type { AnalysedText } from './analyse.ts';

const K1 = 1.2;
const B = 0.5;

/** Statistics of the sentences at hand: how rare each term is among them. */
export type Pool = { idf: (term: string) => number; averageLength: number };

export function poolOf(sentences: AnalysedText[]): Pool {
  const holding = new Map<string, number>();
  let length = 0;
  for (const sentence of sentences) {
    length += sentence.terms.length;
    for (const term of new Set(sentence.terms)) holding.set(term, (holding.get(term) ?? 0) + 1);
  }
  const total = sentences.length;
  return {
    averageLength: Math.max(1, length / Math.max(1, total)),
    idf: (term) => {
      const count = holding.get(term) ?? 0;
      return Math.log(1 + (total - count + 0.5) / (count + 0.5));
    },
  };
}

/** Robertson's BM25 of a sentence for the question's terms over the pool. */
export function bm25(question: string[], sentence: AnalysedText, pool: Pool): number {
  const counts = new Map<string, number>();
  for (const term of sentence.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const norm = K1 * (1 - B + (B * sentence.terms.length) / pool.averageLength);
  let score = 0;
  for (const term of new Set(question)) {
    const count = counts.get(term);
    if (count) score += (pool.idf(term) * count * (K1 + 1)) / (count + norm);
  }
  return score;
}
