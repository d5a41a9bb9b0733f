/** A multinomial logistic model over named features: a row of weights, one a class, for each feature it knows. */
export type Softmax = { classes: number; rowOf: (feature: string) => ArrayLike<number> | undefined };

/** The probability of each class for the features that are present, which weigh the less the more there are of them. */
export function softmax({ classes, rowOf }: Softmax, features: string[]): Float64Array {
  const scores = new Float64Array(classes);
  const share = 1 / Math.sqrt(Math.max(1, features.length));
  for (const feature of features) {
    const row = rowOf(feature);
    if (row) for (let k = 0; k < classes; k++) scores[k]! += row[k]! * share;
  }
  const highest = Math.max(...scores);
  let total = 0;
  for (let k = 0; k < classes; k++) {
    scores[k] = Math.exp(scores[k]! - highest);
    total += scores[k]!;
  }
  for (let k = 0; k < classes; k++) scores[k]! /= total;
  return scores;
}

/** The class of the highest probability. */
export function likeliest(probabilities: Float64Array): number {
  return probabilities.indexOf(Math.max(...probabilities));
}
