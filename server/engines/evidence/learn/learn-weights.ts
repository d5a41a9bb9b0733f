/**
 * Learns the weights of the evidence ranker from development data and writes `../weights.json`. A tool for developers:
 * `npx tsx server/engines/evidence/learn/learn-weights.ts DIR...` where each DIR holds `questions.jsonl` and `labels.jsonl` (see
 * eval/evidence.ts). Prints figures by five-fold cross-validation, products kept together, then fits on everything.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadWordVectors } from '#engines/vectors';
import { readCandidates } from '../../../../eval/evidence.ts';
import { areaUnderCurve, averagePrecision, mean, rounded } from '../../../../eval/ranking-measures.ts';
import { readWordVectorBytes } from '../../../../knowledge/vectors/index.ts';
import { analysePassage, analyseText, type RankerContext } from '../analyse.ts';
import { answerabilityRow, sentenceRow } from '../answerability.ts';
import { FEATURES, featureRows } from '../features.ts';
import { expandRow, type LinearRanker, linearScore } from '../linear-ranker.ts';
import { type Logistic, logistic } from '../logistic.ts';
import { poolOf } from '../pool.ts';
import { readQuestion } from '../question.ts';
import { fitListwise } from './fit-listwise.ts';
import { fitLogistic } from './fit-logistic.ts';

type Sample = {
  data: string;
  product: string;
  rows: Float64Array[];
  expanded: Float64Array[];
  grades: number[];
  answerable?: boolean;
};

const FOLDS = 5;
const REVIEWS_AT = FEATURES.indexOf('poolReviews');
function readSamples(dir: string, context: RankerContext): Sample[] {
  return readCandidates(dir).map(({ question, product, passages, label }) => {
    const read = readQuestion(question);
    const sentences = passages.map((passage) => analysePassage(passage, context));
    const flat = sentences.flat();
    const rows = featureRows({ question: read, text: analyseText(read.text, context), context }, flat, poolOf(flat));
    // A candidate that holds several sentences is judged by all of them; every sentence carries its grade.
    return {
      data: basename(dir),
      product: `${basename(dir)} ${product}`,
      rows,
      expanded: rows.map((row) => expandRow(row, REVIEWS_AT)),
      grades: sentences.flatMap((list, i) => list.map(() => label.grades[i]!)),
      answerable: label.answerable,
    };
  });
}

function foldOf(product: string): number {
  let hash = 2166136261;
  for (const char of product) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return (hash >>> 0) % FOLDS;
}

function learn(samples: Sample[]): LinearRanker {
  const answered = samples.filter((sample) => sample.grades.some((grade) => grade > 0));
  return fitListwise(answered.map((sample) => ({ rows: sample.expanded, grades: sample.grades })));
}

function figures(samples: Sample[], score: (sample: Sample) => number[]): Record<string, number> {
  const ranked = samples
    .filter((sample) => sample.grades.some((grade) => grade > 0))
    .map((sample) => {
      const scores = score(sample);
      const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
      return order.map((i) => sample.grades[i]!);
    });
  return {
    n: ranked.length,
    p1: rounded(mean(ranked.map((grades) => Number(grades[0]! > 0)))),
    hit3: rounded(mean(ranked.map((grades) => Number(grades.slice(0, 3).some((grade) => grade > 0))))),
    map: rounded(mean(ranked.map(averagePrecision))),
  };
}

const context: RankerContext = { vectors: loadWordVectors(readWordVectorBytes()) };
const dirs = process.argv.slice(2);
const samples = dirs.flatMap((dir) => readSamples(dir, context));
const data = [...new Set(samples.map((sample) => sample.data))];
process.stderr.write(
  `${samples.length} questions, ${samples.reduce((sum, sample) => sum + sample.rows.length, 0)} sentences\n`,
);

const held = new Map<Sample, number[]>();
for (let fold = 0; fold < FOLDS; fold++) {
  const model = learn(samples.filter((sample) => foldOf(sample.product) !== fold));
  for (const sample of samples)
    if (foldOf(sample.product) === fold)
      held.set(
        sample,
        sample.expanded.map((row) => linearScore(model, row)),
      );
}
for (const name of data) {
  process.stderr.write(
    `${name} held out: ${JSON.stringify(
      figures(
        samples.filter((sample) => sample.data === name),
        (sample) => held.get(sample)!,
      ),
    )}\n`,
  );
}

// Probability of one sentence, from scores that did not see it.
const points = samples.flatMap((sample) =>
  sample.grades.map((grade, i) => ({ row: sentenceRow(sample.rows[i]!, held.get(sample)![i]!), yes: grade > 0 })),
);
const probability = fitLogistic(
  points.map((point) => point.row),
  points.map((point) => point.yes),
);

// Whether anything answers, from scores that did not see it; judged by folds again.
const labelled = samples.filter((sample) => sample.answerable !== undefined);
const rowsOf = (sample: Sample) => answerabilityRow(sample.rows, held.get(sample)!);
const judged: { score: number; isPositive: boolean; data: string }[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const rest = labelled.filter((sample) => foldOf(sample.product) !== fold);
  const model: Logistic = fitLogistic(
    rest.map(rowsOf),
    rest.map((sample) => sample.answerable!),
  );
  for (const sample of labelled)
    if (foldOf(sample.product) === fold)
      judged.push({ score: logistic(model, rowsOf(sample)), isPositive: sample.answerable!, data: sample.data });
}
for (const name of data) {
  const of = judged.filter((point) => point.data === name);
  if (of.length > 0) process.stderr.write(`${name} held out: answerableAuc ${rounded(areaUnderCurve(of))}\n`);
}
const answerability = fitLogistic(
  labelled.map(rowsOf),
  labelled.map((sample) => sample.answerable!),
);

const ranker = learn(samples);
const provenance = `learnt by server/engines/evidence/learn/learn-weights.ts from ${data.join(', ')}: ${samples.length} questions`;
if (process.env.WRITE !== '0') {
  const path = join(fileURLToPath(new URL('..', import.meta.url)), 'weights.json');
  writeFileSync(path, `${JSON.stringify({ provenance, ranker, probability, answerability })}\n`);
}
