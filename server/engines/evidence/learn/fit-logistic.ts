import type { Logistic } from '../logistic.ts';

/** Fits a logistic model with a light ridge by Newton's method. */
export function fitLogistic(rows: number[][], labels: boolean[], ridge = 1): Logistic {
  const width = rows[0]!.length;
  const mean = Array.from({ length: width }, (_, f) => rows.reduce((sum, row) => sum + row[f]!, 0) / rows.length);
  const scale = mean.map(
    (m, f) => Math.sqrt(rows.reduce((sum, row) => sum + (row[f]! - m) ** 2, 0) / rows.length) || 1,
  );
  const scaled = rows.map((row) => [1, ...row.map((value, f) => (value - mean[f]!) / scale[f]!)]);
  const beta = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = new Array<number>(width + 1).fill(0);
    const hessian = Array.from({ length: width + 1 }, () => new Array<number>(width + 1).fill(0));
    scaled.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, f) => sum + value * beta[f]!, 0)));
      const weight = p * (1 - p);
      for (let a = 0; a <= width; a++) {
        gradient[a]! += (Number(labels[i]) - p) * row[a]!;
        for (let b = 0; b <= width; b++) hessian[a]![b]! += weight * row[a]! * row[b]!;
      }
    });
    for (let a = 1; a <= width; a++) {
      gradient[a]! -= ridge * beta[a]!;
      hessian[a]![a]! += ridge;
    }
    const move = solve(hessian, gradient);
    for (let a = 0; a <= width; a++) beta[a]! += move[a]!;
    if (Math.max(...move.map(Math.abs)) < 1e-7) break;
  }
  const short = (value: number) => Number(value.toPrecision(5));
  return { mean: mean.map(short), scale: scale.map(short), weights: beta.slice(1).map(short), bias: short(beta[0]!) };
}

function solve(matrix: number[][], vector: number[]): number[] {
  const a = matrix.map((row, i) => [...row, vector[i]!]);
  const n = vector.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++)
      if (Math.abs(a[row]![column]!) > Math.abs(a[pivot]![column]!)) pivot = row;
    [a[column], a[pivot]] = [a[pivot]!, a[column]!];
    for (let row = 0; row < n; row++) {
      if (row === column || a[column]![column] === 0) continue;
      const factor = a[row]![column]! / a[column]![column]!;
      for (let k = column; k <= n; k++) a[row]![k]! -= factor * a[column]![k]!;
    }
  }
  return a.map((row, i) => (row[i] === 0 ? 0 : row[n]! / row[i]!));
}
