import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { createTestApp, type TestApp } from '#testing';
import { fetchLimits, fetchPicture } from './fetch-picture.ts';
import { type FileImport, importFile } from './import-file.ts';
import { parseImportMap } from './import-map.ts';
import { findOrPlanCloset } from './target-closet.ts';

const language = createLanguage();
let app: TestApp;
let names = 0;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.stop());

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(content);
}

async function readRows<Row>(query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(app.ctx.db)).rows;
}

const newSource = () => `source-${++names}`;

async function run(content: string, options: Partial<FileImport> & { source: string }) {
  const { source, ...rest } = options;
  const closet = await findOrPlanCloset(app.ctx, `closet-of-${source}`, 'Imported');
  const { report } = await importFile(app.ctx, {
    bytes: bytesOf(content),
    format: 'jsonl',
    map: null,
    target: { source, closet },
    language,
    dryRun: false,
    pictures: null,
    ...rest,
  });
  const { rowsPerSecond, ...counts } = report;
  expect(rowsPerSecond).toBeGreaterThanOrEqual(0);
  return counts;
}

const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const coats = (count: number, fields: object = {}) =>
  lines(Array.from({ length: count }, (_, i) => ({ id: i, title: `Wool coat ${i}`, price: `${i + 1}.50`, ...fields })));
const counts = (added: number, updated: number, unchanged: number, refused = 0) => ({
  rows: added + updated + unchanged + refused,
  added,
  updated,
  unchanged,
  refused,
});

describe('listings', () => {
  test('the same file again changes nothing; what has changed is updated and its price noted', async () => {
    const source = newSource();
    expect(await run(coats(1200), { source })).toMatchObject(counts(1200, 0, 0));
    expect(await run(coats(1200), { source })).toMatchObject(counts(0, 0, 1200));
    app.clock.advance(1000);
    const changed = `${coats(1199)}\n${JSON.stringify({ id: 1199, title: 'Wool coat 1199', price: '9.00' })}`;
    expect(await run(changed, { source })).toMatchObject(counts(0, 1, 1199));
    const prices = await readRows(
      sql<{ price_minor: number }>`select p.price_minor from catalog.price_change p
        join catalog.listing l on l.id = p.listing_id where l.source = ${source} and l.source_id = '1199' order by p.at`,
    );
    expect(prices.map((row) => row.price_minor)).toEqual([120_050, 900]);
  });

  test('bad rows are reported with line, field and reason, and the rest is taken', async () => {
    const source = newSource();
    const text = [
      coats(2),
      '{"id":"a","title":"No price"}',
      'not json',
      JSON.stringify({ id: 'b', title: 'x'.repeat(301), price: 1 }),
      JSON.stringify({ id: 'c', title: 'Cheap', price: '12,50 €' }),
      JSON.stringify({ id: 'd', title: 'Hat', price: 5 }),
    ].join('\n');
    const report = await run(text, { source });
    expect(report).toMatchObject(counts(3, 0, 0, 4));
    expect(report.problems).toEqual([
      { line: 3, field: 'price', reason: 'is empty' },
      { line: 4, field: null, reason: expect.stringContaining('is not JSON') },
      { line: 5, field: 'title', reason: 'has 301 characters; at most 300 are kept' },
      { line: 6, field: 'price', reason: '"12,50 €" is not a plain amount such as 1250.00' },
    ]);
  });

  test('a row twice in one file counts once, with what it says last', async () => {
    const source = newSource();
    const text = lines([
      { id: 1, title: 'First', price: 1 },
      { id: 2, title: 'Other', price: 1 },
      { id: 1, title: 'Last', price: 2 },
    ]);
    expect(await run(text, { source })).toMatchObject({ rows: 3, added: 2, unchanged: 1 });
    const titles = await readRows(
      sql<{ title: string }>`select title from catalog.listing where source = ${source} order by source_id`,
    );
    expect(titles.map((row) => row.title)).toEqual(['Last', 'Other']);
  });

  test('a dry run tells the same and leaves nothing, not even the closet', async () => {
    const source = newSource();
    expect(await run(coats(3), { source, dryRun: true })).toMatchObject(counts(3, 0, 0));
    const left = await readRows(
      sql`select id from catalog.listing where source = ${source}
        union all select id from catalog.closet where handle = ${`closet-of-${source}`}`,
    );
    expect(left).toEqual([]);
    await run(coats(2), { source });
    expect(await run(coats(3), { source, dryRun: true })).toMatchObject(counts(1, 0, 2));
  });

  test('a held or sold listing is not put up again by an old file', async () => {
    const source = newSource();
    await run(coats(1), { source });
    await sql`update catalog.listing set status = 'sold' where source = ${source}`.execute(app.ctx.db);
    expect(await run(coats(1, { brand: 'New brand' }), { source })).toMatchObject(counts(0, 1, 0));
    expect(await readRows(sql`select status, brand from catalog.listing where source = ${source}`)).toEqual([
      { status: 'sold', brand: 'New brand' },
    ]);
  });

  test('two imports of one source at one time end as one', async () => {
    const source = newSource();
    const backwards = coats(600).split('\n').reverse().join('\n');
    await Promise.all([run(coats(600), { source }), run(backwards, { source })]);
    expect(await readRows(sql`select count(*)::int as n from catalog.listing where source = ${source}`)).toEqual([
      { n: 600 },
    ]);
  });

  test('a file that breaks off keeps what came before', async () => {
    const source = newSource();
    const map = parseImportMap({ kind: 'listing', id: 'id', title: 'title', price: { from: 'price' } });
    const good = Array.from({ length: 700 }, (_, i) => `${i},Hat ${i},5`).join('\n');
    const text = `id,title,price\n${good}\n700,"Hat,5\n`;
    const report = await run(text, { source, format: 'csv', map });
    expect(report).toMatchObject({ rows: 700, added: 700 });
    expect(report.problems).toEqual([{ line: 702, field: null, reason: expect.stringContaining('is not closed') }]);
  });

  test('what the database refuses after all costs its row alone', async () => {
    const source = newSource();
    const text = lines([
      { id: 1, title: 'Good', price: 1 },
      { id: 2, title: 'Bad', price: 1 },
      { id: 3, title: 'Good too', price: 1 },
    ]);
    await sql`alter table catalog.listing add constraint no_bad check (title <> 'Bad')`.execute(app.ctx.db);
    try {
      const report = await run(text, { source });
      expect(report).toMatchObject(counts(2, 0, 0, 1));
      expect(report.problems).toEqual([{ line: 2, field: null, reason: expect.stringContaining('no_bad') }]);
    } finally {
      await sql`alter table catalog.listing drop constraint no_bad`.execute(app.ctx.db);
    }
  });
});

describe('products, reviews and questions', () => {
  const reviewMap = parseImportMap({
    kind: 'review',
    id: 'id',
    product: { id: 'style', name: { from: 'style_name' } },
    text: 'text',
    rating: 'stars',
    fit: { from: 'fit', values: { tight: 'small' } },
  });

  test('reviews make the products they are about, but never rename known ones', async () => {
    const source = newSource();
    const productMap = parseImportMap({ kind: 'product', id: 'id', name: 'name', category: 'category' });
    const products = await run(lines([{ id: 'p1', name: 'Linen shirt', category: 'shirts' }]), {
      source,
      map: productMap,
    });
    expect(products).toMatchObject(counts(1, 0, 0));
    const text = lines([
      { id: 1, style: 'p1', style_name: 'stub', text: 'Runs small.', stars: 4, fit: 'Tight' },
      { id: 2, style: 'p2', text: '很好看', stars: '5' },
      { id: 3, style: 'p2', text: 'Bad rating', stars: 6 },
    ]);
    const report = await run(text, { source, map: reviewMap });
    expect(report).toMatchObject(counts(2, 0, 0, 1));
    expect(report.problems[0]).toMatchObject({ line: 3, field: 'rating' });
    expect(await run(text, { source, map: reviewMap })).toMatchObject(counts(0, 0, 2, 1));
    const saved = await readRows(
      sql`select r.author, r.language, r.fit, p.name from knowledge_base.review r join catalog.product p on p.id = r.product_id
        where r.source = ${source} order by r.source_id`,
    );
    expect(saved).toEqual([
      { author: 'Anonymous', language: 'en', fit: 'small', name: 'Linen shirt' },
      { author: '匿名用户', language: 'zh', fit: null, name: 'p2' },
    ]);
  });

  test('questions hang on listings of the same source, with their answers; unknown listings are refused', async () => {
    const source = newSource();
    await run(coats(1), { source });
    const map = parseImportMap({
      kind: 'question',
      id: 'id',
      listing: 'about',
      text: 'q',
      answers: [{ each: 'as', text: 't', author: 'who', by: { from: 'role' } }],
    });
    const text = lines([
      {
        id: 1,
        about: '0',
        q: 'Is it lined?',
        as: [{ t: 'Yes', who: 'Mo', role: 'seller' }, { t: 'In silk' }, { t: '' }],
      },
      { id: 2, about: 'gone', q: 'Where?' },
    ]);
    const report = await run(text, { source, map });
    expect(report).toMatchObject(counts(1, 0, 0, 1));
    expect(report.problems).toEqual([
      { line: 2, field: 'listing', reason: expect.stringContaining('no listing "gone"') },
    ]);
    const answers = await readRows(
      sql`select a.written_by, a.author, a.text from knowledge_base.answer a
        join knowledge_base.question q on q.id = a.question_id where q.source = ${source} order by a.text desc`,
    );
    expect(answers).toEqual([
      { written_by: 'seller', author: 'Mo', text: 'Yes' },
      { written_by: 'owner', author: 'Anonymous', text: 'In silk' },
    ]);
  });
});

describe('pictures', () => {
  let server: Server;
  let base: string;
  let folder: string;
  beforeAll(async () => {
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-pictures-'));
    await writeFile(path.join(folder, 'coat.png'), png);
    await writeFile(path.join(folder, 'notes.txt'), 'not a picture');
    await symlink('/etc/hostname', path.join(folder, 'link.png'));
    server = createServer((request, response) => {
      if (request.url === '/coat.png') response.end(png);
      else if (request.url === '/big') response.end(Buffer.alloc(200_000));
      else if (request.url === '/slow') response.write('x');
      else if (request.url?.startsWith('/to/'))
        response.writeHead(302, { location: decodeURIComponent(request.url.slice(4)) }).end();
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const picturesOf = (source: string) =>
    readRows(
      sql<{ source_id: string; width: number }>`select l.source_id, p.width from catalog.listing_picture lp
        join catalog.listing l on l.id = lp.listing_id join media.picture p on p.id = lp.picture_id
        where l.source = ${source} order by l.source_id`,
    );

  test('files beside the imported one are kept; others, and what is no picture, are warnings', async () => {
    const source = newSource();
    const text = lines([
      { id: 'a', title: 'Coat', price: 1, pictures: 'coat.png' },
      { id: 'b', title: 'Hat', price: 1, pictures: ['../../etc/passwd', 'link.png', 'notes.txt', 'none.png'] },
    ]);
    const report = await run(text, { source, pictures: { folder, limits: fetchLimits } });
    expect(report).toMatchObject(counts(2, 0, 0));
    expect(report.warnings.map(({ line, reason }) => `${line} ${reason.split(': ')[0]}`)).toEqual([
      '2 ../../etc/passwd',
      '2 link.png',
      '2 notes.txt',
      '2 none.png',
    ]);
    expect(await picturesOf(source)).toEqual([{ source_id: 'a', width: 40 }]);
    const stored = await readRows(sql<{ file: string }>`select file from media.picture`);
    const bytes = await readFile(path.join(app.ctx.config.dataDir, 'pictures', stored[0]!.file));
    expect((await sharp(bytes).metadata()).format).toBe('webp');
  });

  test('addresses that are not on the public internet are refused, by number and by name', async () => {
    const source = newSource();
    const port = base.split(':').at(-1);
    const pictures = [
      `${base}/coat.png`,
      `http://localhost:${port}/coat.png`,
      'http://[::1]/x',
      'ftp://x/y',
      'http://a:b@c/',
    ];
    const report = await run(lines([{ id: 'a', title: 'Coat', price: 1, pictures }]), {
      source,
      pictures: { folder: null, limits: fetchLimits },
    });
    expect(report.warnings.map(({ reason }) => reason.split(': ').at(-1))).toEqual([
      '127.0.0.1 is not on the public internet',
      'localhost is not on the public internet',
      '[::1] is not on the public internet',
      'is not an http(s) address',
      'has a password in its address',
    ]);
    expect(await picturesOf(source)).toEqual([]);
  });

  test('a redirect is judged like the address itself, at every step', async () => {
    const limits = { ...fetchLimits, mayReach: (address: string) => address === '127.0.0.1' };
    const port = base.split(':').at(-1);
    const to = (address: string) => `${base}/to/${encodeURIComponent(address)}`;
    const fetched = (address: string) => fetchPicture(address, limits).then((bytes) => bytes.byteLength);
    expect(await fetched(to(`${base}/coat.png`))).toBeGreaterThan(0);
    expect(await fetched(to('/coat.png'))).toBeGreaterThan(0);
    const refused = {
      [`http://127.0.0.2:${port}/coat.png`]: '127.0.0.2 is not on the public internet',
      [`http://2130706434:${port}/coat.png`]: '127.0.0.2 is not on the public internet',
      'http://169.254.169.254/latest/meta-data': '169.254.169.254 is not on the public internet',
      [`http://[::ffff:127.0.0.2]:${port}/coat.png`]: '[::ffff:7f00:2] is not on the public internet',
      'file:///etc/passwd': 'is not an http(s) address',
      [`http://user:word@127.0.0.1:${port}/coat.png`]: 'has a password in its address',
      'http://:': 'redirects to what is no address',
    };
    for (const [address, reason] of Object.entries(refused)) {
      await expect(fetched(to(address)), address).rejects.toThrow(reason);
      await expect(fetched(to(to(address))), address).rejects.toThrow(reason);
    }
    await expect(fetched(to(to(to(to(`${base}/coat.png`)))))).rejects.toThrow('redirects more than 3 times');
  });

  test('an import that is told to stop does not wait for pictures', async () => {
    const source = newSource();
    const limits = { ...fetchLimits, mayReach: () => true };
    const pictures = Array.from({ length: 20 }, () => `${base}/slow`);
    const stopping = new AbortController();
    const running = run(lines([{ id: 'a', title: 'Coat', price: 1, pictures }]), {
      source,
      pictures: { folder: null, limits },
      signal: stopping.signal,
    });
    setTimeout(() => stopping.abort(new Error('stopping')), 300);
    const began = performance.now();
    await expect(running).rejects.toThrow('stopping');
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('where private addresses are allowed, size and time still bind, and missing pictures are fetched the next time', async () => {
    const source = newSource();
    const limits = { maxBytes: 100_000, timeoutMs: 300, mayReach: () => true };
    const row = (pictures: string[]) => lines([{ id: 'a', title: 'Coat', price: 1, pictures }]);
    const report = await run(row([`${base}/big`, `${base}/slow`, `${base}/none`]), {
      source,
      pictures: { folder: null, limits },
    });
    expect(report.warnings.map(({ reason }) => reason.split(': ').at(-1))).toEqual([
      expect.stringContaining('is larger than'),
      'took longer than 0.3 s',
      'answers with status 404',
    ]);
    const first = row([`${base}/coat.png`]);
    await run(first, { source });
    expect(await run(first, { source, pictures: { folder: null, limits } })).toMatchObject(counts(0, 0, 1));
    expect(await picturesOf(source)).toEqual([{ source_id: 'a', width: 40 }]);
  });
});
