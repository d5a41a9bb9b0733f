import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { minorDigits } from '#engines/retrieval';
import type { CorpusRow } from '../eval/catalogue.ts';
import { mean, ndcg, percentile, rounded } from '../eval/ranking-measures.ts';
import { readJudgements, readRows } from '../eval/read-files.ts';
import { type EngineMaker, engines } from './search-engines.ts';
import { measureServed, type Served } from './served-search.ts';

type Query = { id: string; text: string };
type Task = { rows: CorpusRow[]; queries: Query[]; judgements: Map<string, Map<string, number>> };

const RESULTS = 100;
const MOST_QUERIES = 300;
const WARM_UP = 20;
/** An engine that is still at it after this long is measured on the queries it got to. */
const BUDGET_MS = 90_000;
const DEMO_LISTINGS = new URL('../demo/world/listings', import.meta.url).pathname;

type Measured = {
  name: string;
  queries: number;
  ndcg10: number;
  p50Ms: number;
  p99Ms: number;
  indexMs: number;
  bytes: number;
};

/**
 * Ours against MiniSearch, Orama and PostgreSQL full text: the same rows, the same queries, one after the other in one
 * process. `data` is a folder as `eval search` takes it; without it the demo world's listings are searched by the
 * words of their titles. `bytes` is the growth of memory by building (tables and indexes for PostgreSQL). A folder with
 * `listings.jsonl` is imported and served instead, and searched over HTTP.
 */
export async function run(options: { data?: string }): Promise<{ engines: Measured[]; served?: Served }> {
  if (options.data !== undefined && existsSync(path.join(options.data, 'listings.jsonl')))
    return { engines: [], served: await measureServed(options.data) };
  const task = options.data === undefined ? readDemo() : readTask(options.data);
  process.stderr.write(`${task.rows.length} documents, ${task.queries.length} queries\n`);
  const measured: Measured[] = [];
  for (const maker of engines) {
    measured.push(await measure(maker, task));
    printRow(measured.at(-1)!);
  }
  return { engines: measured };
}

async function measure(maker: EngineMaker, { rows, queries, judgements }: Task): Promise<Measured> {
  const memoryBefore = memoryInUse();
  const start = performance.now();
  const engine = await maker.build(rows);
  const indexMs = performance.now() - start;
  const bytes = engine.bytes ? await engine.bytes() : memoryInUse() - memoryBefore;
  try {
    for (const { text } of queries.slice(0, WARM_UP)) await engine.find(text, RESULTS);
    const times: number[] = [];
    const scores: number[] = [];
    const deadline = performance.now() + BUDGET_MS;
    for (const { id, text } of queries) {
      const before = performance.now();
      if (before > deadline) break;
      const results = await engine.find(text, RESULTS);
      times.push(performance.now() - before);
      scores.push(ndcg(results, judgements.get(id)!, 10));
    }
    return {
      name: maker.name,
      queries: scores.length,
      ndcg10: rounded(mean(scores)),
      p50Ms: rounded(percentile(times, 0.5), 3),
      p99Ms: rounded(percentile(times, 0.99), 3),
      indexMs: Math.round(indexMs),
      bytes: Math.round(bytes),
    };
  } finally {
    await engine.close?.();
  }
}

function readTask(dir: string): Task {
  const judgements = readJudgements(dir, 'qrels.tsv');
  const queries = readRows<Query>(dir, 'queries.jsonl', ['id', 'text']).filter(({ id }) => judgements.has(id));
  return { rows: readRows<CorpusRow>(dir, 'corpus.jsonl', ['id', 'title']), queries: sampled(queries), judgements };
}

type DemoListing = {
  key: string;
  title: string;
  description: string;
  brand: string | null;
  category: string;
  department: string;
  attributes: Record<string, unknown>;
  size: { value: string; system?: string } | null;
  condition: string;
  priceMinor: number;
  currency: string;
};

/** Each listing is looked for by the words of its title; one that has the same title is as good. */
function readDemo(): Task {
  const rows = readdirSync(DEMO_LISTINGS)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readRows<DemoListing>(DEMO_LISTINGS, name, ['key', 'title', 'priceMinor', 'currency']))
    .map(
      ({ key, description, brand, size, priceMinor, currency, ...others }): CorpusRow => ({
        id: key,
        title: others.title,
        text: description,
        brand: brand ?? undefined,
        category: others.category,
        department: others.department,
        attributes: others.attributes,
        size: size ?? undefined,
        condition: others.condition,
        price: priceMinor / 10 ** minorDigits(currency),
        currency,
      }),
    );
  const queries = sampled(rows.map(({ id, title }) => ({ id, text: title })));
  const judgements = new Map(
    queries.map(({ id, text }) => [
      id,
      new Map(rows.filter(({ title }) => title === text).map((row) => [row.id, 1] as const)),
    ]),
  );
  return { rows, queries, judgements };
}

/** Evenly spread over the whole list, so that every run takes the same ones. */
function sampled(queries: readonly Query[]): Query[] {
  const step = Math.max(1, queries.length / MOST_QUERIES);
  return Array.from(
    { length: Math.min(queries.length, MOST_QUERIES) },
    (_, index) => queries[Math.floor(index * step)]!,
  );
}

function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function printRow(row: Measured): void {
  const cells = [
    row.name.padEnd(28),
    `nDCG@10 ${row.ndcg10.toFixed(4)}`,
    `p50 ${row.p50Ms.toFixed(2)} ms`.padStart(14),
    `p99 ${row.p99Ms.toFixed(2)} ms`.padStart(15),
    `index ${row.indexMs} ms`.padStart(15),
    `${(row.bytes / 1e6).toFixed(1)} MB`.padStart(10),
    row.queries < MOST_QUERIES ? `(${row.queries} queries)` : '',
  ];
  process.stderr.write(`${cells.join('  ')}\n`);
}
