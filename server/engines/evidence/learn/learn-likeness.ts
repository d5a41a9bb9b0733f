/**
 * Learns when two questions about one thing ask the same, and writes `../like-question.json`. A tool for developers:
 * `npx tsx server/engines/evidence/learn/learn-likeness.ts` reads `knowledge/questions-alike.jsonl`, prints figures by four-fold
 * cross-validation with products kept together, then fits on everything.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLanguage } from '#engines/language';
import { loadWordVectors } from '#engines/vectors';
import { areaUnderCurve, rounded } from '../../../../eval/ranking-measures.ts';
import { readWordVectorBytes } from '../../../../knowledge/vectors/index.ts';
import { analyseText, type RankerContext } from '../analyse.ts';
import { likenessRows } from '../like-question.ts';
import { logistic } from '../logistic.ts';
import { fitLogistic } from './fit-logistic.ts';

/** Questions of one product; those of one group ask the same in other words. */
type Product = { product: string; language: string; questions: string[][] };
type Pair = { row: number[]; isSame: boolean; fold: number; language: string };

const FOLDS = 4;
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const products = readFileSync(join(root, 'knowledge/questions-alike.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Product);
const context: RankerContext = { vectors: loadWordVectors(readWordVectorBytes()), concepts: createLanguage() };

/** A new way of asking against one earlier question of every group, as they stand under a listing. */
function pairsOf({ questions, language }: Product, place: number): Pair[] {
  const groups = questions.map((group) => group.map((text) => analyseText(text, context)));
  return groups.flatMap((group, asked) =>
    group.flatMap((text, way) => {
      const earlier = groups.map((other) => other[(way + 1) % other.length]!);
      return likenessRows(text, earlier, context).map((row, at) => ({
        row,
        isSame: at === asked,
        fold: place % FOLDS,
        language,
      }));
    }),
  );
}

const pairs = products.flatMap(pairsOf);
const learn = (of: Pair[]) =>
  fitLogistic(
    of.map(({ row }) => row),
    of.map(({ isSame }) => isSame),
  );

const judged = Array.from({ length: FOLDS }, (_, fold) => {
  const model = learn(pairs.filter((pair) => pair.fold !== fold));
  return pairs
    .filter((pair) => pair.fold === fold)
    .map((pair) => ({ score: logistic(model, pair.row), isPositive: pair.isSame, language: pair.language }));
}).flat();
for (const language of ['en', 'zh', 'fa']) {
  const of = judged.filter((one) => one.language === language);
  const taken = of.filter(({ score }) => score >= 0.5);
  const right = taken.filter(({ isPositive }) => isPositive).length;
  process.stderr.write(
    `${language}: ${of.length} pairs, AUC ${rounded(areaUnderCurve(of), 3)}, at 0.5 precision ${rounded(right / taken.length, 3)}, recall ${rounded(right / of.filter(({ isPositive }) => isPositive).length, 3)}\n`,
  );
}

const provenance = `learnt by server/engines/evidence/learn/learn-likeness.ts from knowledge/questions-alike.jsonl: ${products.length} products`;
const path = join(fileURLToPath(new URL('..', import.meta.url)), 'like-question.json');
writeFileSync(path, `${JSON.stringify({ provenance, model: learn(pairs) })}\n`);
