import { answerabilityRow, sentenceRow } from './answerability.ts';
import { FEATURES, type FeatureRow } from './features.ts';
import { expandRow, type LinearRanker, linearScore } from './linear-ranker.ts';
import { type Logistic, logistic } from './logistic.ts';
import weights from './weights.json' with { type: 'json' };

const model: { ranker: LinearRanker; probability: Logistic; answerability: Logistic } = weights;

const REVIEWS_AT = FEATURES.indexOf('poolReviews');

/** How well a sentence answers; only comparable within one pool. */
export function scoreOf(row: FeatureRow): number {
  return linearScore(model.ranker, expandRow(row, REVIEWS_AT));
}

/** The calibrated probability (0..1) that a sentence answers. */
export function probabilityOf(row: FeatureRow, score: number): number {
  return logistic(model.probability, sentenceRow(row, score));
}

/** The calibrated probability (0..1) that any of the sentences answers. */
export function answerabilityOf(rows: FeatureRow[], scores: number[]): number {
  return logistic(model.answerability, answerabilityRow(rows, scores));
}
