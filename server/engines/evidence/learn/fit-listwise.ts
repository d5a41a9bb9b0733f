import type { LinearRanker } from '../linear-ranker.ts';

/** The expanded rows of one question and their grades. */
export type Listing = { rows: Float64Array[]; grades: number[] };

/**
 * Fits a linear ranker by the listwise softmax loss (Cao and others 2007, "Learning to Rank: From Pairwise Approach to
 * Listwise Approach", top-one form) with a ridge, by Adam over all questions at once. Deterministic.
 */
export function fitListwise(questions: Listing[], ridge = 5, steps = 300): LinearRanker {
  const rows = questions.flatMap((question) => question.rows);
  const width = rows[0]!.length;
  const mean = new Float64Array(width);
  const scale = new Float64Array(width);
  for (const row of rows) for (let f = 0; f < width; f++) mean[f]! += row[f]! / rows.length;
  for (const row of rows) for (let f = 0; f < width; f++) scale[f]! += (row[f]! - mean[f]!) ** 2 / rows.length;
  for (let f = 0; f < width; f++) scale[f] = Math.sqrt(scale[f]!) || 1;
  const scaled = questions.map(({ rows: own }) =>
    own.map((row) => row.map((value, f) => (value - mean[f]!) / scale[f]!)),
  );
  const targets = questions.map(({ grades }) => {
    const gains = grades.map((grade) => 2 ** grade - 1);
    const total = gains.reduce((sum, gain) => sum + gain, 0);
    return gains.map((gain) => gain / total);
  });
  const weights = new Float64Array(width);
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  for (let step = 1; step <= steps; step++) {
    const gradient = weights.map((weight) => weight * ridge);
    scaled.forEach((own, q) => {
      const scores = own.map((row) => inner(row, weights));
      const top = Math.max(...scores);
      const raised = scores.map((score) => Math.exp(score - top));
      const total = raised.reduce((sum, value) => sum + value, 0);
      own.forEach((row, i) => {
        const push = raised[i]! / total - targets[q]![i]!;
        for (let f = 0; f < width; f++) gradient[f]! += push * row[f]!;
      });
    });
    for (let f = 0; f < width; f++) {
      first[f] = 0.9 * first[f]! + 0.1 * gradient[f]!;
      second[f] = 0.99 * second[f]! + 0.01 * gradient[f]! ** 2;
      weights[f]! -= (0.03 * (first[f]! / (1 - 0.9 ** step))) / (Math.sqrt(second[f]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  const short = (values: Float64Array) => Array.from(values, (value) => Number(value.toPrecision(5)));
  return { mean: short(mean), scale: short(scale), weights: short(weights) };
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let f = 0; f < a.length; f++) sum += a[f]! * b[f]!;
  return sum;
}
