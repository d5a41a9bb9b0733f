import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { areaUnderCurve, mean, ndcg, percentile, recall } from './ranking-measures.ts';

describe('the measures of a ranking', () => {
  test('nDCG is 1 for the best order, less for a worse one, and 0 where nothing is relevant', () => {
    const grades = new Map([
      ['a', 3],
      ['b', 1],
      ['c', 0],
    ]);
    expect(ndcg(['a', 'b', 'c'], grades, 10)).toBe(1);
    // (2^1 - 1) / log2(2) + (2^3 - 1) / log2(3) over 7 + 1 / log2(3)
    expect(ndcg(['b', 'a'], grades, 10)).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)), 12);
    expect(ndcg(['x', 'y'], grades, 10)).toBe(0);
    expect(ndcg(['c'], new Map([['c', 0]]), 10)).toBe(0);
  });

  test('recall counts what is relevant, percentiles take the nearest rank', () => {
    const grades = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 0],
    ]);
    expect(recall(['c', 'a'], grades, 2)).toBe(0.5);
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 4, 2, 3], 0.99)).toBe(5);
    expect(mean([])).toBe(0);
  });

  test('the area under the curve counts pairs in order, ties half', () => {
    const points = [0.9, 0.5, 0.5, 0.1].map((score, i) => ({ score, isPositive: i === 0 || i === 2 }));
    expect(areaUnderCurve(points)).toBe((2 + 1.5) / 4);
    expect(areaUnderCurve([{ score: 1, isPositive: true }])).toBe(0.5);
  });
});

describe('the eval command', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-eval-'));
    const listing = { category: 'dresses', brand: 'Ardenne', condition: 'good', price: 40, currency: 'USD' };
    const corpus = [
      { ...listing, id: 'red', title: 'Red velvet dress', colour: 'red' },
      { ...listing, id: 'blue', title: 'Blue velvet dress', colour: 'blue' },
      { ...listing, id: 'dear', title: 'Red silk dress', colour: 'red', price: 400 },
    ];
    const lines = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    await writeFile(path.join(folder, 'corpus.jsonl'), lines(corpus));
    await writeFile(path.join(folder, 'queries.jsonl'), lines([{ id: 'q1', text: 'red velvet dress' }]));
    await writeFile(path.join(folder, 'qrels.tsv'), 'q1\tred\t2\nq1\tblue\t1\nq1\tdear\t0\n');
    const must = { category: ['dresses'], colour: 'red', notBrand: 'Tessaly', priceMax: 30 };
    await writeFile(path.join(folder, 'must.jsonl'), lines([{ id: 'r1', must, matching: 3 }]));
    await writeFile(path.join(folder, 'requests.jsonl'), lines([{ id: 'r1', text: 'red dress under $100' }]));
    const reviews = [
      { text: 'A lovely coat, not only warm but sturdy.', rating: 5 },
      { text: 'It fell apart. Disappointing and poorly made.', rating: 1 },
      { text: '质量非常好，很喜欢', positive: true },
      { text: 'اصلا راضی نیستم، خراب بود', positive: false },
      { text: 'It is a coat.', rating: 3 },
    ];
    await writeFile(path.join(folder, 'reviews.jsonl'), lines(reviews));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  function run(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, ['--import', 'tsx', 'eval/main.ts', ...args], (error, output, errors) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors }),
      );
    });
  }

  test('search prints one JSON object, the same each time, and writes the rankings', async () => {
    const out = path.join(folder, 'rankings.jsonl');
    const { code, output } = await run('search', folder, '--out', out);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ queries: 1, ndcg10: 1, recall100: 1 });
    const [ranking] = (await readFile(out, 'utf8')).trim().split('\n');
    expect(JSON.parse(ranking!).results[0]).toBe('red');
  });

  test('constraints writes what was understood, and scores it where what must hold lies beside', async () => {
    const out = path.join(folder, 'answers.jsonl');
    const { code, output } = await run('constraints', folder, '--out', out);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ requests: 1, emptyResults: 0, violations: 1, short: 1 });
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ id: 'r1', results: ['red'] });
  });

  test('sentiment judges the side of reviews in several languages', async () => {
    const { code, output } = await run('sentiment', folder);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({ reviews: 4, accuracy: 1, undecided: 0, auc: 1 });
  });

  test('what is not built yet, unknown or broken has an exit code of its own and one line', async () => {
    expect(await run('fit', folder)).toMatchObject({ code: 3, output: '', errors: 'fit is not built yet\n' });
    expect((await run('everything', folder)).code).toBe(2);
    expect((await run('search', path.join(folder, 'nowhere'))).code).toBe(2);
    const broken = await run('evidence', folder);
    expect(broken.code).toBe(2);
    expect(broken.errors.trim().split('\n')).toHaveLength(1);
  });
});
