import { writeFileSync } from 'node:fs';
import { type CorpusRow, fillCatalogue } from './catalogue.ts';
import { mean, percentile, rounded } from './ranking-measures.ts';
import { readRows } from './read-files.ts';

const PAGE = 10;
const WARM_UP = 20;

/**
 * Requests in free words over real listings. It prints how much is found; whether what is found holds what was asked
 * for is scored by whoever has the expected constraints, from `--out`. Times are understanding and searching together.
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
  const out: string[] = [];
  for (const { id, text } of requests) {
    const before = performance.now();
    const { need, found } = answer(text);
    times.push(performance.now() - before);
    counts.push(found.hits.length);
    out.push(JSON.stringify({ id, need, results: found.hits.map((hit) => hit.id) }));
  }
  if (options.out) writeFileSync(options.out, `${out.join('\n')}\n`);
  return {
    requests: requests.length,
    meanResults: rounded(mean(counts), 2),
    emptyResults: counts.filter((count) => count === 0).length,
    p50Ms: rounded(percentile(times, 0.5), 3),
    p99Ms: rounded(percentile(times, 0.99), 3),
  };
}
