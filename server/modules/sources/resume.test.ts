import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSource, type Source } from '#contract/source';
import { createManualClock } from '#platform/clock';
import type { Ctx } from '#platform/context';
import { createTestApp, type Person, type PlayedSite, playSite, type TestApp } from '#testing';
import { addSource } from './add-source.ts';
import { type Crawler, createCrawler } from './crawler.ts';

const crawlLimits = {
  page: { maxBytes: 100_000, timeoutMs: 20_000, mayReach: (address: string) => address === '127.0.0.1' },
  gapMs: 0,
  pollMs: 50,
};
const article = (title: string) =>
  `<html lang="en"><title>${title}</title><main><h1>${title}</h1><p>${title} says what is worth knowing of coats: the seams, the lining, the buttons and the cloth, one after the other.</p></main></html>`;

/** It serves the API; other crawlers do the work. */
let app: TestApp;
let operator: Person;
let site: PlayedSite;
/** Answers that the site holds back. */
let held: (() => void)[];

beforeAll(async () => {
  app = await createTestApp({ OPERATORS: 'olive@example.org' }, { crawlLimits: { pollMs: 3_600_000 } });
  operator = await app.signUp('Olive');
  site = await playSite();
  for (const name of ['one', 'three']) site.pages.set(`/${name}`, article(`Page ${name}`));
});
afterAll(async () => {
  await app.stop();
  await site.stop();
});

/** What another process on the same database has, so much later. */
function startCrawler(laterMs: number): Crawler {
  const clock = createManualClock(app.clock.now() + laterMs);
  return createCrawler({ ...app.ctx, clock }, { categoriesIn: () => [], limits: crawlLimits });
}

/** Adds a source of three pages; the first answer for the second is held back. Returns how to read the source. */
async function addHeldSource(): Promise<() => Promise<Source>> {
  held = [];
  site.requests.length = 0;
  site.pages.set('/two', (_request, response) => {
    const answer = () => response.writeHead(200, { 'content-type': 'text/html' }).end(article('Page two'));
    if (held.length === 0) held.push(answer);
    else answer();
  });
  const addresses = ['one', 'two', 'three'].map((name) => `${site.base}/${name}`);
  const { userId, name, email } = operator;
  const ctx: Ctx = { ...app.ctx, actor: { kind: 'member', userId, name, email, isOperator: true } };
  const id = await addSource(ctx, newSource.parse({ name: 'Coats', format: 'list', addresses }), () => true);
  return async () => (await (await app.request(`/api/v1/operator/sources/${id}`, { as: operator })).json()) as Source;
}

async function until<Value>(ask: () => Promise<Value> | Value, holds: (value: Value) => boolean): Promise<Value> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`Still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 300));
const hits = () => ['/one', '/two', '/three'].map(site.hits);
const isFinished = ({ lastRun }: Source) => lastRun?.status === 'finished';

test('a run whose process has died is taken over where it stood, and the dead one can write no more', async () => {
  const dead = startCrawler(0);
  const read = await addHeldSource();
  await until(() => held.length, Boolean);
  expect((await read()).lastRun).toMatchObject({ status: 'running', done: 1, added: 1 });

  const early = startCrawler(30_000);
  await pause();
  expect(hits(), 'the lease still holds').toEqual([1, 1, 0]);
  await early.stop();

  const heir = startCrawler(120_000);
  const done = await until(read, isFinished);
  expect(done.lastRun).toMatchObject({ found: 3, done: 3, added: 3, failed: 0 });
  expect(hits()).toEqual([1, 2, 1]);
  await heir.stop();

  held[0]!();
  await pause();
  expect(await read()).toEqual(done);
  expect(done.pagesKept).toBe(3);
  await dead.stop();
});

test('a process that stops leaves its run to the next, at once', async () => {
  const first = startCrawler(0);
  const read = await addHeldSource();
  await until(() => held.length, Boolean);
  await first.stop();
  expect((await read()).lastRun).toMatchObject({ status: 'running', done: 1 });
  const next = startCrawler(0);
  expect((await until(read, isFinished)).lastRun).toMatchObject({ done: 3, added: 3, failed: 0 });
  expect(hits()).toEqual([1, 2, 1]);
  await next.stop();
});

test('a source that is removed while it is read leaves nothing behind', async () => {
  const crawler = startCrawler(0);
  const read = await addHeldSource();
  await until(() => held.length, Boolean);
  const { id } = await read();
  const removed = await app.request(`/api/v1/operator/sources/${id}`, { method: 'DELETE', as: operator });
  expect(removed.status).toBe(204);
  held[0]!();
  await pause();
  const { rows } = await sql<{ slug: string }>`
    select slug from knowledge_base.document where starts_with(origin_url, ${site.base})`.execute(app.ctx.db);
  // The two sources before it have the same three pages.
  expect(rows.length).toBe(6);
  expect(site.hits('/three')).toBe(0);
  await crawler.stop();
});
