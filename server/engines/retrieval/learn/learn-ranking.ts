/**
 * Learns the weights of the ranking from graded searches and writes `../ranking.json`. A tool for developers:
 * `npx tsx server/engines/retrieval/learn/learn-ranking.ts DIR...` where each DIR holds a task of `eval search`. Coordinate
 * ascent on the mean of nDCG@10 over the sets (Metzler and Croft, "Linear feature-based models for information
 * retrieval", 2007), each set counting alike. Half of the queries teach at a time and the other half judge, to tell
 * what the weights are worth on queries they have not seen; then all teach.
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CorpusRow, fillCatalogue } from '../../../../eval/catalogue.ts';
import { mean, ndcg, rounded } from '../../../../eval/ranking-measures.ts';
import { readJudgements, readRows } from '../../../../eval/read-files.ts';
import { type Ranking, ranking } from '../ranking.ts';

const DEPTH = 10;
/** What a weight is tried at: these shares of its value, and a little for one that is 0. */
const STEPS = [0.5, 0.8, 1.25, 2];
const FROM_ZERO = 0.05;
const ROUNDS = 2;
/** A change that brings less is noise. */
const LEAST_GAIN = 0.0002;

type Query = {
  need: ReturnType<ReturnType<typeof fillCatalogue>['understand']>['need'];
  text: string;
  grades: Map<string, number>;
};
type GradedSet = { name: string; index: ReturnType<typeof fillCatalogue>['index']; queries: Query[] };

function readSet(dir: string): GradedSet {
  const { index, understand } = fillCatalogue(readRows<CorpusRow>(dir, 'corpus.jsonl', ['id', 'title']));
  const judgements = readJudgements(dir, 'qrels.tsv');
  const rows = readRows<{ id: string; text: string }>(dir, 'queries.jsonl', ['id', 'text']);
  const queries = rows.flatMap(({ id, text }) => {
    const grades = judgements.get(id);
    return grades ? [{ text, need: understand(text).need, grades }] : [];
  });
  return { name: basename(dir), index, queries };
}

/** nDCG@10 of every query of every set under the weights as they stand. */
function measure(sets: readonly GradedSet[]): number[][] {
  return sets.map(({ index, queries }) =>
    queries.map(({ need, text, grades }) => {
      const { hits, nearMisses } = index.search({ need, text, limit: DEPTH, nearMisses: DEPTH });
      return ndcg(
        [...hits, ...nearMisses].map(({ id }) => id),
        grades,
        DEPTH,
      );
    }),
  );
}

type Half = 0 | 1;

/** The mean over the sets of the mean over their queries, of one half of the queries or of all. */
function gainOf(measured: readonly number[][], half?: Half): number {
  return mean(measured.map((queries) => mean(queries.filter((_, i) => half === undefined || i % 2 === half))));
}

type Weight = { group: Record<string, number>; key: string; name: string };

const weights: Weight[] = Object.entries(ranking).flatMap(([groupName, group]) =>
  Object.keys(group).map((key) => ({ group: group as Record<string, number>, key, name: `${groupName}.${key}` })),
);

/** Climbs from the weights as they stand; they stay where it ends. */
function climb(sets: readonly GradedSet[], half?: Half): void {
  let best = gainOf(measure(sets), half);
  for (let round = 0; round < ROUNDS; round++) {
    const before = best;
    for (const { group, key, name } of weights) {
      const start = group[key]!;
      let chosen = start;
      for (const value of start === 0 ? [FROM_ZERO] : STEPS.map((step) => Number((start * step).toPrecision(3)))) {
        if ((key.endsWith('B') || key === 'decay') && value > 1) continue;
        group[key] = value;
        const gain = gainOf(measure(sets), half);
        if (gain < best + LEAST_GAIN) continue;
        best = gain;
        chosen = value;
      }
      group[key] = chosen;
      if (chosen !== start) process.stderr.write(`${name} ${start} -> ${chosen}: ${rounded(best)}\n`);
    }
    if (best - before < LEAST_GAIN) return;
  }
}

const dirs = process.argv.slice(2);
if (dirs.length === 0) throw new Error('usage: learn-ranking.ts DIR...');
const sets = dirs.map(readSet);
const first = structuredClone(ranking) as Ranking;
const restore = (): void => {
  for (const [name, group] of Object.entries(first)) Object.assign(ranking[name as keyof Ranking], group);
};

const untaught = measure(sets);
const heldOut: number[] = [];
for (const half of [0, 1] as const) {
  restore();
  climb(sets, half);
  heldOut.push(gainOf(measure(sets), half === 0 ? 1 : 0));
}
restore();
climb(sets);
const taught = measure(sets);
const figures = sets.map(({ name }, i) => `${name} ${rounded(mean(untaught[i]!))} -> ${rounded(mean(taught[i]!))}`);
const provenance = `learnt by server/engines/retrieval/learn/learn-ranking.ts from ${sets.map(({ name, queries }) => `${name} (${queries.length} queries)`).join(', ')}`;
process.stderr.write(
  `nDCG@10: ${figures.join('; ')}; on unseen halves ${rounded(gainOf(untaught))} -> ${rounded(mean(heldOut))}\n`,
);
writeFileSync(
  fileURLToPath(new URL('../ranking.json', import.meta.url)),
  `${JSON.stringify({ provenance, ...ranking }, null, 2)}\n`,
);
