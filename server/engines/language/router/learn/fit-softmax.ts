import { createRandom, shuffle } from '../../../../../eval/repeatable-order.ts';
import { softmax } from '../softmax.ts';

export type Example = { features: string[]; class: number };

const L2 = 1e-4;
const RATE = 0.3;

/**
 * Fits a multinomial logistic model by stochastic gradient descent with a step of its own for every weight (Duchi, Hazan,
 * Singer 2011, "Adaptive Subgradient Methods"). Deterministic: the same examples give the same weights.
 */
export function fitSoftmax(examples: Example[], classes: number, epochs = 15): Map<string, Float64Array> {
  const weights = new Map<string, Float64Array>();
  const squares = new Map<string, Float64Array>();
  for (const { features } of examples) {
    for (const feature of features) {
      if (weights.has(feature)) continue;
      weights.set(feature, new Float64Array(classes));
      squares.set(feature, new Float64Array(classes).fill(1e-8));
    }
  }
  const model = { classes, rowOf: (feature: string) => weights.get(feature) };
  const random = createRandom(7);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index]!;
      const probabilities = softmax(model, example.features);
      const share = 1 / Math.sqrt(example.features.length);
      for (const feature of example.features) {
        const row = weights.get(feature)!;
        const square = squares.get(feature)!;
        for (let k = 0; k < classes; k++) {
          const gradient = (probabilities[k]! - Number(k === example.class)) * share + L2 * row[k]!;
          square[k]! += gradient * gradient;
          row[k]! -= (RATE * gradient) / Math.sqrt(square[k]!);
        }
      }
    }
  }
  return weights;
}
