import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CorpusRow, fillCatalogue } from './catalogue.ts';
import { type Expected, holdsExpected } from './expected-constraints.ts';
import { mean, percentile, rounded } from './ranking-measures.ts';
import { readRows } from './read-files.ts';

const PAGE = 10;
const WARM_UP = 20;

/**
 * Requests in free words over real listings. It prints how much is found; whether that holds what was asked for is
 * scored by whoever has the expected constraints, from `--out`, or here where they lie beside the requests (`must.jsonl`):
 * `violations` are results that break one, `short` the requests whose page could be fuller. Times are understanding and
 * searching together.
 */
export async function run(dir: string, options: { out?: string } = {}): Promise<Record<string, number>> {
  const corpus = readRows<CorpusRow>(dir, 'corpus.jsonl', ['id', 'title']);
  const requests = readRows<{ id: string; text: string }>(dir, 'requests.jsonl', ['id', 'text']);
  process.stderr.write(`constraints: ${corpus.length} listings, ${requests.length} requests\n`);
  const { index, understand } = fillCatalogue(corpus);
  const answer = (text: string) => {
    const { need } = understand(text);
    return { need, found: index.search({ need, text, limit: PAGE }) };
  };

  for (const { text } of requests.slice(0, WARM_UP)) answer(text);
  const times: number[] = [];
  const counts: number[] = [];
  const shown = new Map<string, string[]>();
  const out: string[] = [];
  for (const { id, text } of requests) {
    const before = performance.now();
    const { need, found } = answer(text);
    times.push(performance.now() - before);
    counts.push(found.hits.length);
    const results = found.hits.map((hit) => hit.id);
    shown.set(id, results);
    out.push(JSON.stringify({ id, need, results }));
  }
  if (options.out) writeFileSync(options.out, `${out.join('\n')}\n`);
  return {
    requests: requests.length,
    meanResults: rounded(mean(counts), 2),
    emptyResults: counts.filter((count) => count === 0).length,
    p50Ms: rounded(percentile(times, 0.5), 3),
    p99Ms: rounded(percentile(times, 0.99), 3),
    ...(existsSync(path.join(dir, 'must.jsonl')) ? score(dir, corpus, shown) : {}),
  };
}

type Stated = { id: string; must: Expected; matching: number };

function score(dir: string, corpus: CorpusRow[], shown: Map<string, string[]>): { violations: number; short: number } {
  const rows = new Map(corpus.map((row) => [row.id, row]));
  let violations = 0;
  let short = 0;
  for (const { id, must, matching } of readRows<Stated>(dir, 'must.jsonl', ['id', 'must', 'matching'])) {
    const results = shown.get(id) ?? [];
    const broken = results.filter((one) => !holdsExpected(rows.get(one)!, must));
    for (const one of broken) process.stderr.write(`${id}: ${one} breaks ${JSON.stringify(must)}\n`);
    violations += broken.length;
    if (results.length < Math.min(PAGE, matching)) short++;
  }
  return { violations, short };
}
