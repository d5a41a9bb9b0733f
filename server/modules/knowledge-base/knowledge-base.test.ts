import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QuestionPage } from '#contract/question';
import type { ReviewPage } from '#contract/review';
import { createTestApp, makeListing, makeProduct, type TestApp } from '#testing';

type Person = Awaited<ReturnType<TestApp['signUp']>>;

describe('reviews and questions', () => {
  let app: TestApp;
  let mina: Person;
  beforeAll(async () => {
    app = await createTestApp();
    mina = await app.signUp('Mina');
  });
  afterAll(() => app.stop());

  const ask = (id: string, text: string, as?: Person) =>
    app.request(`/api/v1/listings/${id}/questions`, { method: 'POST', json: { text }, as });
  const questions = async (id: string, query = '') =>
    (await (await app.request(`/api/v1/listings/${id}/questions${query}`)).json()) as QuestionPage;
  const reviews = async (id: string, query = '') =>
    (await (await app.request(`/api/v1/listings/${id}/reviews${query}`)).json()) as ReviewPage;

  test('reviews belong to the style, so every listing of it shows them, page by page and each once', async () => {
    const product = await makeProduct(
      app,
      Array.from({ length: 12 }, (_, at) => `The linen is soft, wash ${at}.`),
    );
    const [first, second] = [
      await makeListing(app, { product_id: product }),
      await makeListing(app, { product_id: product }),
    ];
    const page = await reviews(first, '?limit=5');
    expect(page.summary.count).toBe(12);
    const rest = await reviews(first, `?limit=50&cursor=${page.nextCursor}`);
    expect(new Set([...page.reviews, ...rest.reviews].map(({ id }) => id)).size).toBe(12);
    expect((await reviews(second)).summary.count).toBe(12);
  });

  test('a listing without a style has no reviews, and says so', async () => {
    expect(await reviews(await makeListing(app))).toMatchObject({ summary: { count: 0 }, reviews: [] });
  });

  test('a member’s question stands on the listing at once, in the language it was asked in', async () => {
    const listing = await makeListing(app);
    const response = await ask(listing, '这条裙子有衬里吗？', mina);
    expect(response.status).toBe(201);
    const page = await questions(listing);
    expect(page.total).toBe(1);
    expect(page.questions[0]).toMatchObject({ asker: 'Mina', text: '这条裙子有衬里吗？', language: 'zh', answers: [] });
  });

  test('visitors sign in before they ask; too short, too long and unknown listings are refused', async () => {
    const listing = await makeListing(app);
    expect((await ask(listing, 'Is it lined?')).status).toBe(401);
    for (const text of ['?', 'x'.repeat(1001)]) {
      const refused = await ask(listing, text, mina);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/text' }] });
    }
    expect((await ask('nothing', 'Is it lined?', mina)).status).toBe(404);
    expect((await questions(listing)).total).toBe(0);
  });

  test('what a question is made of is kept as it was written and never run', async () => {
    const listing = await makeListing(app);
    const text = `<img src=x onerror=alert(1)> '; delete from knowledge.question; --`;
    await ask(listing, text, mina);
    expect((await questions(listing)).questions[0]?.text).toBe(text);
  });
});

test('questions to sellers are limited in number', async () => {
  const app = await createTestApp({ RATE_LIMITS: 'on' });
  try {
    const mina = await app.signUp('Mina');
    const listing = await makeListing(app);
    const statuses = [];
    for (let at = 0; at < 8; at++) {
      const json = { text: `Is it lined, number ${at}?` };
      const path = `/api/v1/listings/${listing}/questions`;
      statuses.push((await app.request(path, { method: 'POST', json, as: mina })).status);
    }
    expect(statuses.slice(0, 6)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(statuses.at(-1)).toBe(429);
  } finally {
    await app.stop();
  }
});
