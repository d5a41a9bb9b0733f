/**
 * A linear ranker as plain data: each column of the expanded row is standardised, then weighed. `weights[f]` goes with
 * feature f, `inReviews[f]` with feature f times the share of reviews in the pool, so that a pool of reviews and a pool of
 * mixed sources weigh the same signs differently.
 */
export type LinearRanker = { mean: number[]; scale: number[]; weights: number[] };

/** The row that a linear ranker weighs: the features, then the features times the share of reviews. */
export function expandRow(row: ArrayLike<number>, reviewsAt: number): Float64Array {
  const width = row.length;
  const share = row[reviewsAt]!;
  const out = new Float64Array(width * 2);
  for (let f = 0; f < width; f++) {
    out[f] = row[f]!;
    out[width + f] = row[f]! * share;
  }
  return out;
}

/** The score of an expanded row; only comparable within one pool. */
export function linearScore(model: LinearRanker, expanded: ArrayLike<number>): number {
  let sum = 0;
  for (let f = 0; f < model.weights.length; f++)
    sum += (model.weights[f]! * (expanded[f]! - model.mean[f]!)) / model.scale[f]!;
  return sum;
}
