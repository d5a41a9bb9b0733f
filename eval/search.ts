import { writeFileSync } from 'node:fs';
import { type CorpusRow, fillCatalogue } from './catalogue.ts';
import { mean, ndcg, percentile, recall, rounded } from './ranking-measures.ts';
import { readJudgements, readRows } from './read-files.ts';

const DEPTH = 100;
/** How far down the ranking judged documents are looked for in the condensed measure. */
const CONDENSED_DEPTH = 10_000;
const WARM_UP = 50;

/**
 * Graded search: what the engine finds for plain queries. Every query of the judgements counts, those without any
 * relevant document as 0 (`queriesWithRelevant` says how many have one). Times are those of understanding and
 * searching together, for a page of 100 results.
 */
export async function run(dir: string, options: { out?: string } = {}): Promise<Record<string, number>> {
  const corpus = readRows<CorpusRow>(dir, 'corpus.jsonl', ['id', 'title']);
  const queries = readRows<{ id: string; text: string }>(dir, 'queries.jsonl', ['id', 'text']);
  const judgements = readJudgements(dir, 'qrels.tsv');
  process.stderr.write(`search: ${corpus.length} documents, ${queries.length} queries\n`);
  const { index, understand, indexMs, indexBytes } = fillCatalogue(corpus);

  /** The results as a page shows them: what holds everything asked for, then what nearly does. */
  function find(text: string, limit: number): string[] {
    const { hits, nearMisses } = index.search({
      need: understand(text).need,
      text,
      limit,
      nearMisses: limit,
      withRelated: true,
    });
    return [...hits, ...nearMisses].slice(0, limit).map(({ id }) => id);
  }

  for (const { text } of queries.slice(0, WARM_UP)) find(text, DEPTH);
  const times: number[] = [];
  const measured = { ndcg: [] as number[], condensed: [] as number[], recall: [] as number[] };
  let withRelevant = 0;
  const out: string[] = [];
  for (const { id, text } of queries) {
    const before = performance.now();
    const results = find(text, DEPTH);
    times.push(performance.now() - before);
    out.push(JSON.stringify({ id, results }));
    const grades = judgements.get(id);
    if (!grades) continue;
    if ([...grades.values()].some((grade) => grade > 0)) withRelevant++;
    const judged = find(text, CONDENSED_DEPTH).filter((document) => grades.has(document));
    measured.ndcg.push(ndcg(results, grades, 10));
    measured.condensed.push(ndcg(judged, grades, 10));
    measured.recall.push(recall(results, grades, DEPTH));
  }
  if (options.out) writeFileSync(options.out, `${out.join('\n')}\n`);
  return {
    queries: measured.ndcg.length,
    queriesWithRelevant: withRelevant,
    ndcg10: rounded(mean(measured.ndcg)),
    ndcg10Condensed: rounded(mean(measured.condensed)),
    recall100: rounded(mean(measured.recall)),
    p50Ms: rounded(percentile(times, 0.5), 3),
    p99Ms: rounded(percentile(times, 0.99), 3),
    indexMs: Math.round(indexMs),
    indexBytes,
  };
}
