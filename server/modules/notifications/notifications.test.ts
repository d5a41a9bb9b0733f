import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NotificationPage } from '#contract/notification';
import type { Question } from '#contract/question';
import { findClosetByHandle } from '#modules/catalog';
import { createTestApp, makeListing, type TestApp } from '#testing';
import { createNotifications } from './index.ts';

type Person = Awaited<ReturnType<TestApp['signUp']>>;

let app: TestApp;
let seller: Person;
let closetId: string;

beforeAll(async () => {
  app = await createTestApp();
  seller = await app.signUp('Seller');
  await app.request('/api/v1/closets', { method: 'POST', as: seller, json: { handle: 'shop', name: 'Shop' } });
  closetId = (await findClosetByHandle(app.ctx.db, 'shop'))!.id;
});
afterAll(() => app.stop());

async function read(as: Person, query = ''): Promise<NotificationPage> {
  return (await (await app.request(`/api/v1/me/notifications${query}`, { as })).json()) as NotificationPage;
}

/** What a member is told, once it is as many as expected; waits for the outbox, three seconds at most. */
async function told(as: Person, count: number): Promise<NotificationPage> {
  const deadline = performance.now() + 3000;
  for (;;) {
    const page = await read(as, '?limit=50');
    if (page.notifications.length === count) return page;
    if (performance.now() > deadline) throw new Error(`told of ${page.notifications.length}, not of ${count}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function ask(listing: string, as: Person, text = 'Is it lined?'): Promise<Question> {
  const response = await app.request(`/api/v1/listings/${listing}/questions`, { method: 'POST', as, json: { text } });
  return (await response.json()) as Question;
}

async function answer(questionId: string, as: Person, text: string): Promise<Question> {
  const response = await app.request(`/api/v1/questions/${questionId}/answers`, { method: 'POST', as, json: { text } });
  return (await response.json()) as Question;
}

const markRead = (as: Person | undefined, json: object) =>
  app.request('/api/v1/me/notifications/read', { method: 'POST', as, json });

describe('notifications', () => {
  test('the seller is told of a question, its asker of each answer, and nobody of their own words', async () => {
    const mina = await app.signUp();
    const omid = await app.signUp();
    const listing = await makeListing(app, { closet_id: closetId, title: 'Wool coat' });
    const question = await ask(listing, mina);
    expect((await told(seller, 1)).notifications[0]).toMatchObject({
      kind: 'question-asked',
      readAt: null,
      question: { id: question.id, asker: mina.name, text: 'Is it lined?' },
      answer: null,
      listing: { id: listing, title: 'Wool coat' },
    });
    await answer(question.id, seller, 'Yes, fully.');
    await answer(question.id, omid, 'Mine is too.');
    await answer(question.id, mina, 'Thank you both.');
    const page = await told(mina, 2);
    expect(page.unread).toBe(2);
    expect(page.notifications.map(({ kind, answer }) => [kind, answer?.text])).toEqual([
      ['question-answered', 'Mine is too.'],
      ['question-answered', 'Yes, fully.'],
    ]);
    await ask(listing, seller, 'Do I ask myself?');
    await ask(await makeListing(app), mina, 'Nobody keeps this closet?');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await told(seller, 1);
    await told(omid, 0);
  });

  test('a thing is told once, however often its event is read', async () => {
    const mina = await app.signUp();
    const question = await ask(await makeListing(app, { closet_id: closetId }), mina);
    await answer(question.id, seller, 'Yes.');
    await told(mina, 1);
    // A process that comes late, or comes back from a copy, reads everything from the beginning.
    await sql`delete from notifications.progress`.execute(app.ctx.db);
    const second = createNotifications(app.ctx);
    await second.start();
    const { rows } = await sql<{ end: string }>`select max(id)::text as end from platform.outbox`.execute(app.ctx.db);
    for (let seen = ''; seen !== rows[0]!.end; ) {
      const progress = await sql<{
        seen: string;
      }>`select seen_event_id::text as seen from notifications.progress`.execute(app.ctx.db);
      seen = progress.rows[0]?.seen ?? '';
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await second.stop();
    await told(mina, 1);
  });

  test('are read page by page, each once, and marked as read one by one or all at once', async () => {
    const mina = await app.signUp();
    const question = await ask(await makeListing(app, { closet_id: closetId }), mina);
    for (let i = 1; i <= 5; i++) await answer(question.id, seller, `Answer ${i}.`);
    const { notifications } = await told(mina, 5);
    const first = await read(mina, '?limit=2');
    const rest = await read(mina, `?limit=50&cursor=${first.nextCursor}`);
    expect([...first.notifications, ...rest.notifications].map(({ id }) => id)).toEqual(
      notifications.map(({ id }) => id),
    );
    expect(rest.nextCursor).toBeNull();
    const one = await markRead(mina, { ids: [notifications[0]!.id, notifications[0]!.id] });
    expect(await one.json()).toEqual({ unread: 4 });
    expect((await read(mina)).notifications[0]!.readAt).not.toBeNull();
    expect(await (await markRead(mina, {})).json()).toEqual({ unread: 0 });
    expect((await app.request('/api/v1/me/notifications?cursor=bm9uZQ', { as: mina })).status).toBe(422);
  });

  test('are their reader’s alone', async () => {
    const [mina, other] = [await app.signUp(), await app.signUp()];
    const question = await ask(await makeListing(app, { closet_id: closetId }), mina);
    await answer(question.id, seller, 'Yes.');
    const { notifications } = await told(mina, 1);
    const refused = await markRead(other, { ids: [notifications[0]!.id] });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      404,
      'notification.not-found',
    ]);
    expect((await read(mina)).unread).toBe(1);
    expect((await markRead(undefined, {})).status).toBe(401);
    expect((await app.request('/api/v1/me/notifications')).status).toBe(401);
    expect(await (await app.request('/api/v1/me/notifications/unread')).json()).toEqual({ unread: 0 });
    expect(await (await app.request('/api/v1/me/notifications/unread', { as: mina })).json()).toEqual({ unread: 1 });
  });

  test('go when what they tell of is taken back', async () => {
    const mina = await app.signUp();
    const question = await ask(await makeListing(app, { closet_id: closetId }), mina);
    const { answers } = await answer(question.id, seller, 'Yes.');
    await told(mina, 1);
    await app.request(`/api/v1/answers/${answers[0]!.id}`, { method: 'DELETE', as: seller });
    expect(await read(mina)).toMatchObject({ unread: 0, notifications: [] });
  });
});
