import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '#contract/assistant';
import type { OwnVoices, Question, QuestionPage } from '#contract/question';
import type { ReviewPage } from '#contract/review';
import { findClosetByHandle } from '#modules/catalog';
import { createTestApp, makeListing, makeProduct, type TestApp } from '#testing';

type Person = Awaited<ReturnType<TestApp['signUp']>>;

let app: TestApp;
let seller: Person;
let mina: Person;
let omid: Person;
let closetId: string;

beforeAll(async () => {
  app = await createTestApp();
  [seller, mina, omid] = [await app.signUp('Seller'), await app.signUp('Mina'), await app.signUp('Omid')];
  await app.request('/api/v1/closets', { method: 'POST', as: seller, json: { handle: 'shop', name: 'Shop' } });
  closetId = (await findClosetByHandle(app.ctx.db, 'shop'))!.id;
});
afterAll(() => app.stop());

const send = (method: string, path: string, as?: Person, json?: unknown) =>
  app.request(`/api/v1${path}`, { method, as, json });
async function read<Body>(path: string, as?: Person): Promise<Body> {
  return (await (await app.request(`/api/v1${path}`, { as })).json()) as Body;
}
async function ask(listing: string, text = 'Is it lined?', as = mina): Promise<Question> {
  return (await (await send('POST', `/listings/${listing}/questions`, as, { text })).json()) as Question;
}
async function answer(question: string, as: Person, text: string): Promise<Question> {
  const response = await send('POST', `/questions/${question}/answers`, as, { text });
  expect(response.status).toBe(201);
  return (await response.json()) as Question;
}
const markReviewed = async (product: string, by: Person) => {
  await app.ctx.db
    .withTables<{ 'knowledge_base.review': { product_id: string; author_id: string } }>()
    .updateTable('knowledge_base.review')
    .set({ author_id: by.userId })
    .where('product_id', '=', product)
    .execute();
};

describe('answers', () => {
  test('say who speaks: the seller, an owner who has reviewed the style, or anyone else', async () => {
    const product = await makeProduct(app, ['Lined in silk.']);
    await markReviewed(product, omid);
    const listing = await makeListing(app, { closet_id: closetId, product_id: product });
    const { id } = await ask(listing);
    await answer(id, seller, 'Yes, in viscose.');
    await answer(id, omid, 'Mine is.');
    const last = await answer(id, mina, 'I found out: it is.');
    expect(last.answers[0]?.author).toBe('Seller');
    expect(Object.fromEntries(last.answers.map(({ author, writtenBy }) => [author, writtenBy]))).toEqual({
      Seller: 'seller',
      Omid: 'owner',
      Mina: 'community',
    });
    expect((await read<QuestionPage>(`/listings/${listing}/questions`)).questions[0]).toEqual(last);
  });

  test('need a member, an existing question and some words', async () => {
    const { id } = await ask(await makeListing(app));
    expect((await send('POST', `/questions/${id}/answers`, undefined, { text: 'Yes.' })).status).toBe(401);
    expect((await send('POST', '/questions/none/answers', omid, { text: 'Yes.' })).status).toBe(404);
    const refused = await send('POST', `/questions/${id}/answers`, omid, { text: ' ' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/text' }] });
  });

  test('are cited by the assistant within two seconds, and no more once they are taken back', async () => {
    const listing = await makeListing(app, { closet_id: closetId, title: 'Wool coat', category: 'coats' });
    const { id } = await ask(listing, 'Does the coat have a hidden pocket?');
    const given = await answer(id, seller, 'Yes, there is a hidden pocket inside on the left.');
    const asked = async () =>
      (await (
        await send('POST', '/assistant/answers', undefined, {
          text: 'Does it have a hidden pocket?',
          listingId: listing,
          locale: 'en',
        })
      ).json()) as Answer;
    const started = performance.now();
    const cited = (await asked()).citations.filter(({ passageId }) => passageId === given.answers[0]!.id);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(cited).toMatchObject([{ source: 'answer', author: 'Seller' }]);
    await send('DELETE', `/answers/${given.answers[0]!.id}`, seller);
    expect((await asked()).citations.map(({ passageId }) => passageId)).not.toContain(given.answers[0]!.id);
  });
});

describe('one’s own words', () => {
  test('can be worded anew and taken back, a question with its answers', async () => {
    const listing = await makeListing(app);
    const { id } = await ask(listing);
    const { answers } = await answer(id, omid, 'No.');
    const edited = await send('PATCH', `/questions/${id}`, mina, { text: '这件有里衬吗？' });
    expect(await edited.json()).toMatchObject({ text: '这件有里衬吗？', language: 'zh', answers: [{ text: 'No.' }] });
    const other = await send('PATCH', `/answers/${answers[0]!.id}`, omid, { text: 'آستر ندارد.' });
    expect(await other.json()).toMatchObject({ answers: [{ text: 'آستر ندارد.', language: 'fa' }] });
    expect((await send('DELETE', `/questions/${id}`, mina)).status).toBe(204);
    expect((await read<QuestionPage>(`/listings/${listing}/questions`)).total).toBe(0);
    expect((await send('DELETE', `/answers/${answers[0]!.id}`, omid)).status).toBe(404);
  });

  test('are nobody else’s to change, not even the seller’s or of who asked', async () => {
    const { id } = await ask(await makeListing(app, { closet_id: closetId }));
    const { answers } = await answer(id, omid, 'It is lined.');
    for (const other of [seller, omid, undefined]) {
      const expected = other ? 403 : 401;
      expect((await send('PATCH', `/questions/${id}`, other, { text: 'Mine now?' })).status).toBe(expected);
      expect((await send('DELETE', `/questions/${id}`, other)).status).toBe(expected);
    }
    for (const other of [seller, mina, undefined]) {
      const expected = other ? 403 : 401;
      expect((await send('PATCH', `/answers/${answers[0]!.id}`, other, { text: 'Mine now.' })).status).toBe(expected);
      expect((await send('DELETE', `/answers/${answers[0]!.id}`, other)).status).toBe(expected);
    }
    expect(await read(`/questions/${id}`)).toMatchObject({ text: 'Is it lined?', answers: [{ text: 'It is lined.' }] });
  });
});

describe('what is helpful', () => {
  test('counts once a person, can be taken back, and orders the answers', async () => {
    const { id } = await ask(await makeListing(app, { closet_id: closetId }));
    await answer(id, seller, 'Yes.');
    const given = await answer(id, omid, 'Only the bodice is.');
    const own = given.answers.find(({ author }) => author === 'Omid')!.id;
    for (const voter of [mina, mina, seller])
      expect((await send('PUT', `/answers/${own}/helpful`, voter)).status).toBe(204);
    const after = await read<Question>(`/questions/${id}`);
    expect(after.answers.map(({ author, helpful }) => [author, helpful])).toEqual([
      ['Omid', 2],
      ['Seller', 0],
    ]);
    expect(await read<OwnVoices>(`/me/voices?ids=${id},${own}`, mina)).toEqual({ own: [id], helpful: [own] });
    expect(await read<OwnVoices>(`/me/voices?ids=${id},${own}`, omid)).toEqual({ own: [own], helpful: [] });
    expect(await read<OwnVoices>(`/me/voices?ids=${id},${own}`)).toEqual({ own: [], helpful: [] });
    for (let i = 0; i < 2; i++) await send('DELETE', `/answers/${own}/helpful`, mina);
    expect((await read<Question>(`/questions/${id}`)).answers[0]).toMatchObject({ author: 'Omid', helpful: 1 });
  });

  test('puts a review before others, and comes on top of what it came with', async () => {
    const product = await makeProduct(app, ['First.', 'Second.', 'Third.']);
    const before = await read<ReviewPage>(`/products/${product}/reviews`);
    const last = before.reviews.at(-1)!;
    await send('PUT', `/reviews/${last.id}/helpful`, mina);
    const after = await read<ReviewPage>(`/products/${product}/reviews`);
    expect(after.reviews[0]).toMatchObject({ id: last.id, helpful: 1 });
  });

  test('is not for one’s own words to be told by oneself, nor by visitors', async () => {
    const product = await makeProduct(app, ['Good.']);
    await markReviewed(product, omid);
    const { reviews } = await read<ReviewPage>(`/products/${product}/reviews`);
    const refused = await send('PUT', `/reviews/${reviews[0]!.id}/helpful`, omid);
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([403, 'voice.own-words']);
    expect((await send('PUT', `/reviews/${reviews[0]!.id}/helpful`)).status).toBe(401);
    expect((await send('PUT', '/reviews/none/helpful', mina)).status).toBe(404);
    expect((await send('PUT', '/answers/none/helpful', mina)).status).toBe(404);
  });

  test('is counted right when many press at once and a voter leaves', async () => {
    const product = await makeProduct(app, ['Good.']);
    const { reviews } = await read<ReviewPage>(`/products/${product}/reviews`);
    const id = reviews[0]!.id;
    const leaver = await app.signUp('Leaver');
    await Promise.all(
      [mina, omid, seller, leaver, mina, omid].map((voter) => send('PUT', `/reviews/${id}/helpful`, voter)),
    );
    expect((await read<ReviewPage>(`/products/${product}/reviews`)).reviews[0]!.helpful).toBe(4);
    await app.ctx.db
      .withTables<{ 'identity.user': { id: string } }>()
      .deleteFrom('identity.user')
      .where('id', '=', leaver.userId)
      .execute();
    expect((await read<ReviewPage>(`/products/${product}/reviews`)).reviews[0]!.helpful).toBe(3);
  });
});
