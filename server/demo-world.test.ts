import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#testing';
import { fillDemoWorld } from '../demo/fill/index.ts';

const tables = [
  'catalog.closet',
  'catalog.product',
  'catalog.listing',
  'catalog.price_change',
  'knowledge_base.review',
  'knowledge_base.question',
  'knowledge_base.answer',
  'knowledge_base.document',
  'social.listing_like',
  'social.closet_follow',
  'identity.user',
  'identity.account',
  'insights.event',
];

async function readRows<Row>(app: TestApp, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(app.ctx.db)).rows;
}

async function countAll(app: TestApp): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const [row] = await readRows(app, sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`);
    counts[table] = row!.count;
  }
  return counts;
}

describe('the demo world', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ DEMO: 'on' });
  });
  afterAll(() => app.stop());

  test('an empty instance opens with closets, listings, reviews, questions and guides', async () => {
    const counts = await countAll(app);
    expect(counts['catalog.closet']).toBeGreaterThanOrEqual(40);
    expect(counts['catalog.listing']).toBeGreaterThanOrEqual(700);
    expect(counts['knowledge_base.review']).toBeGreaterThanOrEqual(4000);
    expect(counts['knowledge_base.question']).toBeGreaterThanOrEqual(1000);
    expect(counts['knowledge_base.document']).toBeGreaterThanOrEqual(30);
    expect(counts['identity.user']).toBe(300);
    expect(counts['insights.event']).toBeLessThan(60_000);
  });

  test('nobody can sign in as a person of the demo', async () => {
    expect((await countAll(app))['identity.account']).toBe(0);
  });

  test('filling again changes nothing', async () => {
    const before = await countAll(app);
    expect(await fillDemoWorld(app.ctx)).toBe(false);
    expect(await countAll(app)).toEqual(before);
  });

  test("a listing's likes and a closet's followers are the rows of people who like and follow it", async () => {
    const wrong = await readRows(
      app,
      sql`select id from catalog.listing l
        where likes <> (select count(*) from social.listing_like where listing_id = l.id)
        union all select id from catalog.closet c
        where followers <> (select count(*) from social.closet_follow where closet_id = c.id)`,
    );
    expect(wrong).toEqual([]);
  });

  test('every listing has a history of prices that begins when it was listed and ends with its price now', async () => {
    const wrong = await readRows(
      app,
      sql`select l.id from catalog.listing l
        where (select price_minor from catalog.price_change where listing_id = l.id order by at desc limit 1)
          is distinct from l.price_minor
        or (select min(at) from catalog.price_change where listing_id = l.id) is distinct from l.listed_at`,
    );
    expect(wrong).toEqual([]);
  });

  test('nothing happened in the future, and nothing to a listing before it was listed', async () => {
    const now = new Date(app.clock.now());
    const wrong = await readRows(
      app,
      sql`select kind, at from insights.event e left join catalog.listing l on l.id = e.listing_id
          where e.at > ${now} or (e.kind <> 'question' and e.at < l.listed_at)
        union all select 'like', k.at from social.listing_like k join catalog.listing l on l.id = k.listing_id
          where k.at > ${now} or k.at < l.listed_at
        union all select 'listing', listed_at from catalog.listing where listed_at > ${now} or updated_at > ${now}
        union all select 'answer', a.answered_at from knowledge_base.answer a
          join knowledge_base.question q on q.id = a.question_id
          where a.answered_at < q.asked_at`,
    );
    expect(wrong).toEqual([]);
  });

  test('the likes of the last sixty days are in the traffic, each with the showing and the opening before it', async () => {
    const [row] = await readRows(
      app,
      sql<{ rows: number; likes: number; opened: number }>`select
        (select count(*) from social.listing_like where at >= (select min(at) from insights.event)) as rows,
        (select count(*) from insights.event where kind = 'like') as likes,
        (select count(*) from insights.event where kind = 'view' and user_id is not null) as opened`,
    );
    expect(row!.likes).toBeGreaterThan(500);
    expect(row!.opened).toBe(row!.likes);
    expect(Math.abs(row!.rows - row!.likes)).toBeLessThan(5);
  });

  test('what is filled is shown by the API', async () => {
    const response = await app.request('/api/v1/listings/velvet-column-dress-red-us8');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      closet: { handle: 'margit-and-daughter' },
      price: { minor: 8400, currency: 'USD' },
    });
  });
});

describe('an instance that is in use', () => {
  test('is not filled once somebody has opened a closet', async () => {
    const app = await createTestApp();
    try {
      const ines = await app.signUp('Ines');
      const opened = await app.request('/api/v1/closets', {
        method: 'POST',
        json: { handle: 'ines', name: 'Ines' },
        as: ines,
      });
      expect(opened.status).toBe(201);
      expect(await fillDemoWorld(app.ctx)).toBe(false);
      expect((await countAll(app))['catalog.listing']).toBe(0);
    } finally {
      await app.stop();
    }
  });

  test('is filled once by two processes that start together, and a fill that fails leaves nothing behind', {
    timeout: 120_000,
  }, async () => {
    const app = await createTestApp();
    try {
      const failing = { ...app.ctx, outbox: { ...app.ctx.outbox, append: () => Promise.reject(new Error('killed')) } };
      await expect(fillDemoWorld(failing)).rejects.toThrow('killed');
      expect(await countAll(app)).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));

      const filled = await Promise.all([fillDemoWorld(app.ctx), fillDemoWorld(app.ctx)]);
      expect(filled.filter(Boolean)).toHaveLength(1);
    } finally {
      await app.stop();
    }
  });
});
