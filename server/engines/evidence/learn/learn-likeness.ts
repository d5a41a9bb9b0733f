/**
 * Learns when two questions about one thing ask the same. Writes `knowledge/vectors/questions.bin` (vectors of features) and
 * `../questions/like-question.json` (how the measures of two questions are weighed). A tool for developers:
 * `npx tsx server/engines/evidence/learn/learn-likeness.ts` reads `knowledge/question-topics/*.jsonl` and
 * `knowledge/questions-alike.jsonl`, prints figures by four-fold cross-validation with products kept together, then fits on
 * everything.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLanguage } from '#engines/language';
import { loadWordVectors, packWordVectors, type WordVectors } from '#engines/vectors';
import { areaUnderCurve, rounded } from '../../../../eval/ranking-measures.ts';
import { readWordVectorBytes } from '../../../../knowledge/vectors/index.ts';
import { type AnalysedText, analyseText, type RankerContext } from '../analyse.ts';
import { logistic } from '../logistic.ts';
import { likenessRows } from '../questions/like-question.ts';
import { questionFeatures } from '../questions/question-features.ts';
import { createQuestionVectors } from '../questions/question-vectors.ts';
import { fitLogistic } from './fit-logistic.ts';
import { fitQuestionVectors, type TopicExample } from './fit-question-vectors.ts';

/** Questions of one product; those of one group ask the same in other words, and are about one topic. */
type Product = { language: string; topics: string[]; questions: string[][] };
type Asked = { fold: number; language: string; groups: AnalysedText[][]; examples: TopicExample[] };
type Pair = { row: number[]; isSame: boolean; fold: number; language: string };

const FOLDS = 4;
const knowledge = join(fileURLToPath(new URL('../../../../', import.meta.url)), 'knowledge');
const readLines = <Row>(file: string): Row[] =>
  readFileSync(join(knowledge, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const context: RankerContext = { vectors: loadWordVectors(readWordVectorBytes()), concepts: createLanguage() };
const products = readLines<Product>('questions-alike.jsonl');
const byTopic = readdirSync(join(knowledge, 'question-topics')).flatMap((file) =>
  readLines<{ topic: string; text: string }>(join('question-topics', file)),
);
const topics = [...new Set([...products.flatMap((product) => product.topics), ...byTopic.map(({ topic }) => topic)])];

const exampleOf = (text: AnalysedText, topic: string): TopicExample => ({
  features: questionFeatures(text),
  topic: topics.indexOf(topic),
});
const always = byTopic.map(({ text, topic }) => exampleOf(analyseText(text, context), topic));
const asked = products.map((product, place): Asked => {
  const groups = product.questions.map((group) => group.map((text) => analyseText(text, context)));
  const examples = groups.flatMap((group, at) => group.map((text) => exampleOf(text, product.topics[at]!)));
  return { fold: place % FOLDS, language: product.language, groups, examples };
});

/** The table of the features' vectors, packed as it is kept. */
function tableOf(examples: TopicExample[]): Uint8Array {
  const fitted = [...fitQuestionVectors(examples, topics.length)].sort(([left], [right]) => (left < right ? -1 : 1));
  return packWordVectors(fitted.map(([word, vector], rank) => ({ word, rank, vector })));
}

/** A new way of asking against one earlier question of every group, as they stand under a listing. */
function pairsOf({ groups, fold, language }: Asked, table: WordVectors): Pair[] {
  const measured = { ...context, questions: createQuestionVectors(table) };
  return groups.flatMap((group, own) =>
    group.flatMap((text, way) => {
      const earlier = groups.map((other) => other[(way + 1) % other.length]!);
      return likenessRows(text, earlier, measured).map((row, at) => ({ row, isSame: at === own, fold, language }));
    }),
  );
}

/** Measures of questions that the vectors did not learn from. */
const pairs = Array.from({ length: FOLDS }, (_, fold) => {
  const others = asked.filter((one) => one.fold !== fold).flatMap(({ examples }) => examples);
  const table = loadWordVectors(tableOf([...always, ...others]));
  return asked.filter((one) => one.fold === fold).flatMap((one) => pairsOf(one, table));
}).flat();
const weigh = (of: Pair[]) =>
  fitLogistic(
    of.map(({ row }) => row),
    of.map(({ isSame }) => isSame),
  );

const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const model = weigh(pairs.filter((pair) => pair.fold !== fold));
  return pairs
    .filter((pair) => pair.fold === fold)
    .map((pair) => ({ score: logistic(model, pair.row), isPositive: pair.isSame, language: pair.language }));
}).flat();
for (const language of ['en', 'zh', 'fa']) {
  const of = judged.filter((one) => one.language === language);
  const taken = of.filter(({ score }) => score >= 0.5);
  const right = taken.filter(({ isPositive }) => isPositive).length;
  const all = of.filter(({ isPositive }) => isPositive).length;
  process.stderr.write(
    `${language}: ${of.length} pairs, AUC ${rounded(areaUnderCurve(of), 3)}, at 0.5 precision ${rounded(right / taken.length, 3)}, recall ${rounded(right / all, 3)}\n`,
  );
}

const provenance = `learnt by server/engines/evidence/learn/learn-likeness.ts from knowledge/question-topics and knowledge/questions-alike.jsonl: ${always.length} questions by topic, ${products.length} products`;
const bytes = tableOf([...always, ...asked.flatMap(({ examples }) => examples)]);
writeFileSync(join(knowledge, 'vectors', 'questions.bin'), bytes);
writeFileSync(
  fileURLToPath(new URL('../questions/like-question.json', import.meta.url)),
  `${JSON.stringify({ provenance, model: weigh(pairs) })}\n`,
);
process.stderr.write(`${bytes.length} bytes of vectors\n`);
