import { FEATURES, type FeatureRow } from './features.ts';
import type { Question } from './question.ts';

const BY_HAND: Partial<Record<(typeof FEATURES)[number], number>> = {
  bm25Relative: 1.4,
  coverage: 1.2,
  softCoverage: 2,
  cosine: 1,
  aspectMatch: 0.6,
  aspectSide: 0.4,
  attributeMatch: 2.5,
  opinionWanted: 0.5,
  numberWanted: 0.8,
  unitMatch: 0.4,
  earlierQuestion: 2.2,
  isQuestion: -0.8,
  short: -0.6,
  yesNoCue: 0.4,
};

export function scoreOf(row: FeatureRow): number {
  return FEATURES.reduce((sum, name, i) => sum + (BY_HAND[name] ?? 0) * row[i]!, 0);
}

export function probabilityOf(score: number): number {
  return 1 / (1 + Math.exp(-(score - 3.6)));
}

export function answerabilityOf(_question: Question, _rows: FeatureRow[], scores: number[]): number {
  return probabilityOf(Math.max(...scores));
}
