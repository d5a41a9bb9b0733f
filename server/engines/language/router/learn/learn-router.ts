/**
 * Learns the router from labelled utterances and writes `../router.json`. A tool for developers:
 * `npx tsx server/engines/language/router/learn/learn-router.ts` reads `knowledge/utterances/*.jsonl`, and as questions on a
 * listing one way of asking each of `knowledge/questions-alike.jsonl`; prints the accuracy by four-fold cross-validation and
 * fits on everything. The held-back utterances of `eval/utterances` are never read here.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLanguage, type Intent, type Vocabulary } from '../../index.ts';
import { likeliest, softmax } from '../softmax.ts';
import { writeSoftmax } from '../softmax-file.ts';
import { type Example, fitSoftmax } from './fit-softmax.ts';
import { KNOWN_BRANDS } from './known-brands.ts';

type Utterance = { text: string; listing: boolean; intent: Intent };

const FOLDS = 4;
/** Features none of whose weights reaches this are left out: they decide nothing. */
const LEAST = 0.5;

const root = fileURLToPath(new URL('../../../../../', import.meta.url));
const folder = join(root, 'knowledge/utterances');
const readLines = <Row>(file: string): Row[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
const asked = readLines<{ questions: string[][] }>(join(root, 'knowledge/questions-alike.jsonl')).flatMap(
  ({ questions }) =>
    questions.map(
      (ways, place): Utterance => ({ text: ways[place % ways.length]!, listing: true, intent: 'listing-question' }),
    ),
);
const utterances = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .sort()
  .flatMap((file) => readLines<Utterance>(join(folder, file)))
  .concat(asked);
const intents = [...new Set(utterances.map(({ intent }) => intent))].sort();

const language = createLanguage();
const vocabulary: Vocabulary = { has: () => false, brands: new Set(KNOWN_BRANDS) };

/** Each utterance as a shop reads it that knows no brand, and as one reads it that does. */
function examplesOf({ text, listing, intent }: Utterance): Example[] {
  const read = [undefined, vocabulary].map((known) =>
    language.routerFeatures(text, { context: { listing }, vocabulary: known }),
  );
  const isSame = read[0]!.join() === read[1]!.join();
  return (isSame ? read.slice(0, 1) : read).map((features) => ({ features, class: intents.indexOf(intent) }));
}

const examples = utterances.map(examplesOf);

function isRight(weights: ReadonlyMap<string, Float64Array>, example: Example): boolean {
  const model = { classes: intents.length, rowOf: (feature: string) => weights.get(feature) };
  return likeliest(softmax(model, example.features)) === example.class;
}

let right = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fitSoftmax(examples.filter((_, i) => i % FOLDS !== fold).flat(), intents.length);
  for (const [i, read] of examples.entries()) if (i % FOLDS === fold) right += Number(isRight(weights, read[0]!));
}
process.stderr.write(
  `${utterances.length} utterances, cross-validated accuracy ${(right / utterances.length).toFixed(3)}\n`,
);

const provenance = `learnt by server/engines/language/router/learn/learn-router.ts from knowledge/utterances and knowledge/questions-alike.jsonl: ${utterances.length} utterances`;
const file = writeSoftmax(fitSoftmax(examples.flat(), intents.length), { provenance, classes: intents, least: LEAST });
writeFileSync(fileURLToPath(new URL('../router.json', import.meta.url)), `${JSON.stringify(file, undefined, 1)}\n`);
