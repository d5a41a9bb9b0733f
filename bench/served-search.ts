import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createLanguage, type LanguageEngine } from '#engines/language';
import { percentile, rounded } from '../eval/ranking-measures.ts';
import { readRows } from '../eval/read-files.ts';
import { runServer } from './running-server.ts';

export type Served = {
  listings: number;
  requests: number;
  /** Requests that found nothing that holds everything. */
  empty: number;
  p50Ms: number;
  p95Ms: number;
  p99Ms: number;
};

type Row = { sub_category: string; designer: string; color: string; material: string; price_eur: number };

const REQUESTS = 600;
const WARM_UP = 60;
const MAP = 'docs/import-examples/vestiaire.json';

/**
 * Searches over HTTP, one after the other: `listings.jsonl` of the folder (in the form of the Vestiaire map) is
 * imported into a data folder of its own and the built program serves it. Times are those of `GET /api/v1/search` as a
 * client sees them, to the last byte.
 */
export async function measureServed(dir: string): Promise<Served> {
  const file = path.resolve(dir, 'listings.jsonl');
  const rows = readRows<Row>(dir, 'listings.jsonl', ['sub_category', 'designer']);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-bench-'));
  try {
    await importInto(folder, file);
    const server = await runServer({ DEMO: 'off' }, folder, { onOneCore: false });
    try {
      const requests = requestsFor(rows, createLanguage());
      for (const text of requests.slice(0, WARM_UP)) await search(server.address, text);
      const times: number[] = [];
      let empty = 0;
      for (const text of requests) {
        const before = performance.now();
        const total = await search(server.address, text);
        times.push(performance.now() - before);
        if (total === 0) empty++;
      }
      const [p50Ms, p95Ms, p99Ms] = [0.5, 0.95, 0.99].map((share) => rounded(percentile(times, share), 2));
      const served = {
        listings: rows.length,
        requests: times.length,
        empty,
        p50Ms: p50Ms!,
        p95Ms: p95Ms!,
        p99Ms: p99Ms!,
      };
      process.stderr.write(
        `served  ${rows.length} listings, ${times.length} requests  p50 ${p50Ms} ms  p95 ${p95Ms} ms  p99 ${p99Ms} ms\n`,
      );
      return served;
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function importInto(folder: string, file: string): Promise<void> {
  const program = ['bin/vitrine.mjs', 'import', file, '--format', 'jsonl', '--map', MAP, '--source', 'bench'];
  const child = spawn(process.execPath, program, {
    env: { ...process.env, DATA_DIR: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told = text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the import failed: ${told.trim()}`))));
  });
}

async function search(address: string, text: string): Promise<number> {
  const response = await fetch(`${address}/api/v1/search?${new URLSearchParams({ q: text })}`);
  const body = (await response.json()) as { total?: number };
  if (!response.ok || body.total === undefined) throw new Error(`${response.status} for "${text}"`);
  return body.total;
}

/** What people ask for, made from every so many-th listing: in three languages, with brands, prices and exclusions. */
function requestsFor(rows: readonly Row[], language: LanguageEngine): string[] {
  const named = (facet: string, text: string, locale: 'zh' | 'fa'): string => {
    const [value] = language.resolve(facet, text);
    return (value && language.labelOf(`${facet}:${value}`, locale)) ?? text;
  };
  const step = Math.max(1, rows.length / REQUESTS);
  return Array.from({ length: Math.min(rows.length, REQUESTS) }, (_, index) => {
    const { sub_category, designer, color, material, price_eur } = rows[Math.floor(index * step)]!;
    const price = Math.ceil(price_eur / 50) * 50;
    const chinese = `${named('colour', color, 'zh')}${named('category', sub_category, 'zh')}`;
    const persian = `${named('category', sub_category, 'fa')} ${named('colour', color, 'fa')}`;
    const forms = [
      `${color} ${material} ${sub_category}`,
      `${designer} ${sub_category} under €${price}`,
      `${sub_category} for a wedding, not ${color}`,
      `${chinese}，${price}欧以内`,
      `${persian} زیر ${price} یورو`,
      `${designer} ${color}`,
    ];
    return forms[index % forms.length]!;
  });
}
