/** Weights of a logistic model over standardised columns. */
export type Logistic = { mean: number[]; scale: number[]; weights: number[]; bias: number };

/** The probability that a logistic model gives a row. */
export function logistic(model: Logistic, row: ArrayLike<number>): number {
  let sum = model.bias;
  for (let f = 0; f < model.weights.length; f++)
    sum += (model.weights[f]! * (row[f]! - model.mean[f]!)) / model.scale[f]!;
  return 1 / (1 + Math.exp(-sum));
}
