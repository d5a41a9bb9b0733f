import type { Intent } from '../need.ts';
import file from './router.json' with { type: 'json' };
import { type RouterInput, routerFeatures } from './router-features.ts';
import { likeliest, softmax } from './softmax.ts';
import { readSoftmax } from './softmax-file.ts';

const model = readSoftmax(file);

/**
 * What kind of utterance it is and how probable that is, by a multinomial logistic model learnt from `knowledge/utterances`
 * (`learn/learn-router.ts`).
 */
export function route(input: RouterInput): { intent: Intent; probability: number } {
  const probabilities = softmax(model, routerFeatures(input));
  const best = likeliest(probabilities);
  return { intent: file.classes[best] as Intent, probability: probabilities[best]! };
}
