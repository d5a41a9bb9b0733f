import { createRandom, shuffle } from '../../../../eval/repeatable-order.ts';

/** A question by its features, and the number of the topic it asks about. */
export type TopicExample = { features: string[]; topic: number };

const DIMENSIONS = 32;
const EPOCHS = 8;
const RATE = 0.15;
const L2 = 1e-5;

/**
 * Vectors of features such that their sum tells the topic of a question: Joulin and others 2016, "Bag of Tricks for Efficient
 * Text Classification", with a step of its own for every weight (Duchi, Hazan, Singer 2011). Deterministic.
 */
export function fitQuestionVectors(examples: TopicExample[], topics: number): Map<string, Float64Array> {
  const random = createRandom(7);
  const start = () => Float64Array.from({ length: DIMENSIONS }, () => (random() - 0.5) * 0.2);
  const inputs = new Map<string, Weights>();
  for (const { features } of examples)
    for (const feature of features) if (!inputs.has(feature)) inputs.set(feature, weightsOf(start()));
  const outputs = Array.from({ length: topics }, () => weightsOf(start()));
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const index of order) {
      const { features, topic } = examples[index]!;
      learnFrom(
        features.map((feature) => inputs.get(feature)!),
        outputs,
        topic,
      );
    }
  }
  return new Map([...inputs].map(([feature, { values }]) => [feature, values]));
}

/** Weights with the sum of the squares of their gradients so far. */
type Weights = { values: Float64Array; squares: Float64Array };

function weightsOf(values: Float64Array): Weights {
  return { values, squares: new Float64Array(values.length).fill(1e-6) };
}

function learnFrom(inputs: Weights[], outputs: Weights[], topic: number): void {
  const share = 1 / Math.sqrt(Math.max(1, inputs.length));
  const hidden = new Float64Array(DIMENSIONS);
  for (const { values } of inputs) for (let d = 0; d < DIMENSIONS; d++) hidden[d]! += values[d]! * share;
  const probabilities = softmaxOf(outputs.map(({ values }) => inner(values, hidden)));
  const back = new Float64Array(DIMENSIONS);
  for (const [k, output] of outputs.entries()) {
    const error = probabilities[k]! - Number(k === topic);
    if (Math.abs(error) < 1e-4) continue;
    for (let d = 0; d < DIMENSIONS; d++) back[d]! += error * output.values[d]!;
    step(output, (d) => error * hidden[d]!);
  }
  for (const input of inputs) step(input, (d) => back[d]! * share);
}

function step({ values, squares }: Weights, gradientAt: (d: number) => number): void {
  for (let d = 0; d < DIMENSIONS; d++) {
    const gradient = gradientAt(d) + L2 * values[d]!;
    squares[d]! += gradient * gradient;
    values[d]! -= (RATE * gradient) / Math.sqrt(squares[d]!);
  }
}

function softmaxOf(scores: number[]): number[] {
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += a[d]! * b[d]!;
  return sum;
}
