import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportRun } from '#contract/import';
import { createLanguage } from '#engines/language';
import { createTestApp, type TestApp } from '#testing';
import { createImportRuns } from './import-runs.ts';
import { insertRun } from './queries.ts';
import { spool } from './spool.ts';

type Person = Awaited<ReturnType<TestApp['signUp']>>;

let app: TestApp;
let operator: Person;
let seller: Person;
let other: Person;

beforeAll(async () => {
  app = await createTestApp({ OPERATORS: 'operator@example.org' });
  [operator, seller, other] = [await app.signUp('Operator'), await app.signUp('Seller'), await app.signUp('Other')];
  for (const [person, handle] of [
    [seller, 'seller'],
    [other, 'other'],
  ] as const)
    await app.request('/api/v1/closets', { method: 'POST', as: person, json: { handle, name: handle } });
});
afterAll(() => app.stop());

const rows = (count: number, fields: object = {}) =>
  Array.from({ length: count }, (_, i) => JSON.stringify({ id: i, title: `Hat ${i}`, price: '5.00', ...fields })).join(
    '\n',
  );

function start(query: string, options: { as?: Person; body?: BodyInit; type?: string; map?: object } = {}) {
  const headers: Record<string, string> = { 'content-type': options.type ?? 'application/x-ndjson' };
  if (options.map) headers['x-import-map'] = JSON.stringify(options.map);
  const body = options.body ?? rows(3);
  return app.request(`/api/v1/imports?${query}`, { method: 'POST', as: options.as, body, headers });
}

async function finished(run: ImportRun, as: Person): Promise<ImportRun> {
  for (;;) {
    const response = await app.request(`/api/v1/imports/${run.id}`, { as });
    expect(response.status).toBe(200);
    const now = (await response.json()) as ImportRun;
    if (now.status !== 'running') return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function codeOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { code, status } = (await response.json()) as { code: string; status: number };
  expect(status).toBe(response.status);
  return `${status} ${code}`;
}

async function countListings(handle: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from catalog.listing l
    join catalog.closet c on c.id = l.closet_id where c.handle = ${handle}`.execute(app.ctx.db);
  return rows[0]!.n;
}

describe('an import by API', () => {
  test('is answered at once, goes on by itself and tells how it went', async () => {
    const body = `${rows(1200)}\n{"id":"x","title":"Free"}`;
    const response = await start('format=jsonl&source=spring', { as: seller, body });
    expect(response.status).toBe(202);
    const run = (await response.json()) as ImportRun;
    expect(run).toMatchObject({
      source: 'spring',
      format: 'jsonl',
      dryRun: false,
      status: 'running',
      finishedAt: null,
    });
    const ended = await finished(run, seller);
    expect(ended).toMatchObject({
      status: 'finished',
      report: { rows: 1201, added: 1200, refused: 1, problems: [{ line: 1201, field: 'price', reason: 'is empty' }] },
    });
    expect(ended.finishedAt).not.toBeNull();
    expect(await countListings('seller')).toBe(1200);
    expect(await readdir(path.join(app.ctx.config.dataDir, 'imports'))).toEqual([]);

    const again = (await (await start('format=jsonl&source=spring', { as: seller, body })).json()) as ImportRun;
    expect((await finished(again, seller)).report).toMatchObject({ added: 0, unchanged: 1200 });
  });

  test('never meets the rows of another closet, though source and ids are the same', async () => {
    const mine = (await (await start('format=jsonl&source=same', { as: other, body: rows(2) })).json()) as ImportRun;
    await finished(mine, other);
    const before = await countListings('other');
    const theirs = await start('format=jsonl&source=same', { as: seller, body: rows(2, { brand: 'Taken over' }) });
    expect((await finished((await theirs.json()) as ImportRun, seller)).report).toMatchObject({ added: 2, updated: 0 });
    expect(await countListings('other')).toBe(before);
  });

  test('takes a map that ships by name, one of your own in a header, and CSV, XML or Shopify bodies', async () => {
    const csv = 'nr;what\n';
    const own = { kind: 'listing', id: 'nr', title: 'what', price: { constant: '3.00', currency: 'EUR' } };
    const table = await start('format=csv&source=own', {
      as: other,
      type: 'text/csv',
      body: 'nr,what\n1,Cup\n',
      map: own,
    });
    expect((await finished((await table.json()) as ImportRun, other)).report).toMatchObject({ added: 1 });
    const styles = 'ProductName,Description,\nLinen shirt,Cool,\n';
    const named = await start('format=csv&source=named&map=fashion-descriptions', {
      as: other,
      type: 'text/csv',
      body: styles,
    });
    expect((await finished((await named.json()) as ImportRun, other)).report).toMatchObject({ added: 1 });
    const feed = '<rss><channel><item><id>1</id><title>Bag</title><price>5 EUR</price></item></channel></rss>';
    const xml = await start('format=google&source=feed', {
      as: other,
      type: 'application/xml; charset=utf-8',
      body: feed,
    });
    expect((await finished((await xml.json()) as ImportRun, other)).report).toMatchObject({ added: 1 });
    const broken = await start('format=csv&source=broken', { as: other, type: 'text/csv', body: csv, map: own });
    const ended = await finished((await broken.json()) as ImportRun, other);
    expect(ended).toMatchObject({ status: 'failed', report: { problems: [{ line: 1 }] } });
    expect(ended.report.problems[0]!.reason).toContain('the map takes id from "nr"; the columns are nr;what');
  });

  test('a dry run saves nothing', async () => {
    const before = await countListings('other');
    const run = (await (await start('format=jsonl&source=dry&dryRun=true', { as: other })).json()) as ImportRun;
    expect(await finished(run, other)).toMatchObject({ dryRun: true, report: { added: 3 } });
    expect(await countListings('other')).toBe(before);
  });

  test('an operator imports reviews into the closet of another', async () => {
    const map = { kind: 'review', id: 'id', product: { id: 'p' }, text: 'text', rating: 'stars' };
    const body = '{"id":1,"p":"hat","text":"Warm.","stars":5}';
    const response = await start('format=jsonl&source=reviews&closet=other', { as: operator, body, map });
    expect(response.status).toBe(202);
    expect((await finished((await response.json()) as ImportRun, operator)).report).toMatchObject({ added: 1 });
  });
});

describe('who may', () => {
  test('visitors may not, and members need a closet of their own', async () => {
    expect(await codeOf(await start('format=jsonl'))).toBe('401 session.required');
    const newcomer = await app.signUp('Newcomer');
    expect(await codeOf(await start('format=jsonl', { as: newcomer }))).toBe('409 import.closet-required');
  });

  test('members may not import into the closets of others, nor reviews, questions or pictures by address', async () => {
    expect(await codeOf(await start('format=jsonl&closet=other', { as: seller }))).toBe('403 import.not-your-closet');
    expect(await codeOf(await start('format=jsonl&closet=nobody', { as: seller }))).toBe('404 closet.not-found');
    expect(await codeOf(await start('format=jsonl&images=true', { as: seller }))).toBe('403 import.operators-only');
    for (const map of [
      { kind: 'review', id: 'id', product: { id: 'p' }, text: 't' },
      { kind: 'question', id: 'id', product: { id: 'p' }, text: 't' },
    ])
      expect(await codeOf(await start('format=jsonl', { as: seller, map }))).toBe('403 import.operators-only');
  });

  test("another person's import does not exist for you", async () => {
    const run = (await (await start('format=jsonl&source=mine', { as: seller })).json()) as ImportRun;
    await finished(run, seller);
    const asked = (as?: Person) => app.request(`/api/v1/imports/${run.id}`, { as });
    expect(await codeOf(await asked(other))).toBe('404 import.not-found');
    expect(await codeOf(await asked())).toBe('401 session.required');
    expect((await asked(operator)).status).toBe(200);
    expect(await codeOf(await app.request('/api/v1/imports/imp_none', { as: seller }))).toBe('404 import.not-found');
  });
});

describe('what is not valid', () => {
  test.each([
    ['', '?format'],
    ['format=xlsx', '?format'],
    ['format=jsonl&source=a/b', '?source'],
    ['format=jsonl&source=', '?source'],
    ['format=jsonl&dryRun=yes', '?dryRun'],
    ['format=jsonl&closet=A%20B', '?closet'],
    ['format=jsonl&map=..%2Fsecret', '?map'],
    ['format=jsonl&colour=red', '?colour'],
  ])('?%s is refused, naming %s', async (query, pointer) => {
    const response = await start(query, { as: seller });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer }] });
  });

  test('unknown and broken maps, wrong media types and empty bodies are refused before anything runs', async () => {
    expect(await codeOf(await start('format=jsonl&map=unknown', { as: seller }))).toBe('422 import.unknown-map');
    const both = { as: seller, map: { kind: 'listing' } };
    expect(await codeOf(await start('format=csv&map=vestiaire', both))).toBe('422 import.two-maps');
    const broken = await start('format=csv', both);
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({
      code: 'import.bad-map',
      errors: [{ pointer: '/id' }, { pointer: '/title' }, { pointer: '/price' }],
    });
    const json = await start('format=jsonl', { as: seller, type: 'application/json', body: '{}' });
    expect(await codeOf(json)).toBe('415 import.media-type');
    const form = await start('format=jsonl', { as: seller, type: 'multipart/form-data; boundary=x' });
    expect(await codeOf(form)).toBe('415 import.media-type');
    expect(await codeOf(await start('format=jsonl', { as: seller, body: '' }))).toBe('422 import.empty');
  });

  test('a second import into a closet waits for the first to end', async () => {
    let send = () => {};
    const held = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from(`${rows(1)}\n`));
        send = () => controller.close();
      },
    });
    const options = { method: 'POST', as: seller, body: held, duplex: 'half', headers: { 'content-type': 'text/csv' } };
    const first = app.request('/api/v1/imports?format=jsonl&source=held', options as RequestInit);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await codeOf(await start('format=jsonl', { as: seller }))).toBe('409 import.running');
    send();
    await finished((await (await first).json()) as ImportRun, seller);
    expect((await start('format=jsonl', { as: seller })).status).toBe(202);
  });

  test('an upload beyond the limit is refused and leaves no file', async () => {
    const folder = path.join(app.ctx.config.dataDir, 'spool-test');
    async function* big() {
      for (let i = 0; i < 10; i++) yield Buffer.alloc(1024 * 1024);
    }
    await expect(spool(big(), path.join(folder, 'upload'), 2 * 1024 * 1024)).rejects.toMatchObject({ status: 413 });
    expect(await readdir(folder)).toEqual([]);
  });
});

test('imports are limited in number', async () => {
  const limited = await createTestApp({ RATE_LIMITS: 'on' });
  try {
    const statuses = [];
    for (let i = 0; i < 8; i++)
      statuses.push((await limited.request('/api/v1/imports?format=jsonl', { method: 'POST' })).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  } finally {
    await limited.stop();
  }
});

test('a run whose process was killed is closed as failed when the next starts', async () => {
  const folder = path.join(app.ctx.config.dataDir, 'imports');
  const { rows: closets } = await sql<{ id: string }>`select id from catalog.closet where handle = 'seller'`.execute(
    app.ctx.db,
  );
  const report = {
    rows: 500,
    added: 500,
    updated: 0,
    unchanged: 0,
    refused: 0,
    problems: [],
    warnings: [],
    rowsPerSecond: 1,
  };
  const base = { closet_id: closets[0]!.id, source: 's', format: 'jsonl' as const, dry_run: false, report };
  const run = { ...base, id: 'imp_killed', status: 'running' as const, started_at: new Date(), finished_at: null };
  await insertRun(app.ctx.db, run);
  await mkdir(folder, { recursive: true });
  // No process has a number this high.
  await writeFile(path.join(folder, 'imp_killed.99999999.upload'), 'x');
  await createImportRuns(app.ctx, createLanguage());
  const response = await app.request('/api/v1/imports/imp_killed', { as: seller });
  const ended = (await response.json()) as ImportRun;
  expect(ended).toMatchObject({ status: 'failed', report: { rows: 500 } });
  expect(ended.report.problems[0]!.reason).toContain('Send the same file again');
  expect(await readdir(folder)).not.toContain('imp_killed.99999999.upload');
});
