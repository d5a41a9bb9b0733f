/** Measures of a ranking against graded judgements. Grades may be fractions; what was not judged counts as 0. */

/** nDCG with gain 2^grade - 1 and log2 discount (Järvelin and Kekäläinen, 2002; Burges et al., 2005), 0..1. */
export function ndcg(ranked: readonly string[], grades: ReadonlyMap<string, number>, depth: number): number {
  const gain = (grade: number, position: number): number => (2 ** grade - 1) / Math.log2(position + 2);
  let found = 0;
  for (const [position, id] of ranked.slice(0, depth).entries()) found += gain(grades.get(id) ?? 0, position);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, depth);
  const best = ideal.reduce((sum, grade, position) => sum + gain(grade, position), 0);
  return best === 0 ? 0 : found / best;
}

/** The share of relevant documents (grade above 0) among the first `depth`. */
export function recall(ranked: readonly string[], grades: ReadonlyMap<string, number>, depth: number): number {
  const relevant = [...grades].filter(([, grade]) => grade > 0);
  if (relevant.length === 0) return 0;
  const found = new Set(ranked.slice(0, depth));
  return relevant.filter(([id]) => found.has(id)).length / relevant.length;
}

/** The mean of the precision at every relevant document (grade above 0) of one ranking, 0..1. */
export function averagePrecision(grades: readonly number[]): number {
  let found = 0;
  let sum = 0;
  for (const [position, grade] of grades.entries()) if (grade > 0) sum += ++found / (position + 1);
  return found === 0 ? 0 : sum / found;
}

/** The area under the ROC curve: how likely a positive scores above a negative, ties half; 0.5 where either is missing. */
export function areaUnderCurve(points: readonly { score: number; isPositive: boolean }[]): number {
  const sorted = [...points].sort((a, b) => a.score - b.score);
  let positives = 0;
  let rankSum = 0;
  for (let first = 0; first < sorted.length; ) {
    let after = first;
    while (after < sorted.length && sorted[after]!.score === sorted[first]!.score) after++;
    const tied = sorted.slice(first, after).filter(({ isPositive }) => isPositive).length;
    positives += tied;
    rankSum += (tied * (first + after + 1)) / 2;
    first = after;
  }
  const negatives = sorted.length - positives;
  if (positives === 0 || negatives === 0) return 0.5;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rounded for print. */
export function rounded(value: number, digits = 4): number {
  return Number(value.toFixed(digits));
}
