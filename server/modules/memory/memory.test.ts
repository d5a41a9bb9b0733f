import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, answer as answerSchema } from '#contract/assistant';
import { memoryFact, memoryPage } from '#contract/memory';
import { createTestApp, makeCloset, makeListing, type TestApp, untilSearch } from '#testing';

type Person = Awaited<ReturnType<TestApp['signUp']>>;

describe('what is remembered of a member', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    const closet = await makeCloset(app);
    const coat = (id: string, size: string, material: string) =>
      makeListing(app, {
        id,
        closet_id: closet,
        title: `${material} coat`,
        category: 'coats',
        size_value: size,
        size_system: 'US',
        attributes: { material },
      });
    await coat('wool-8', '8', 'wool');
    await coat('cotton-8', '8', 'cotton');
    await coat('cotton-12', '12', 'cotton');
    await untilSearch(app, 'coat', (ids) => ids.length === 3);
  });
  afterAll(() => app.stop());

  const send = (method: string, path: string, as?: Person, json?: unknown) =>
    app.request(`/api/v1${path}`, { method, as, json });
  const remember = async (as: Person, text: string) => {
    const response = await send('POST', '/me/memory', as, { text });
    expect(response.status, await response.clone().text()).toBe(201);
    return memoryPage.parse(await response.json()).facts;
  };
  const recalled = async (as: Person) => memoryPage.parse(await (await send('GET', '/me/memory', as)).json()).facts;
  const find = async (q: string, as?: Person, more = '') => {
    const response = await send('GET', `/search?q=${encodeURIComponent(q)}${more}`, as);
    return (await response.json()) as { results: { id: string }[]; need: { chips: { key: string; label: string }[] } };
  };
  const idsOf = (found: { results: { id: string }[] }) => found.results.map(({ id }) => id).sort();
  const ask = async (json: object, as?: Person): Promise<Answer> => {
    app.clock.advance(1000);
    return answerSchema.parse(await (await send('POST', '/assistant/answers', as, json)).json());
  };
  const offered = ({ parts }: Answer) => parts.find((part) => part.type === 'remember');

  test('is offered where they say it, and kept only when they want it', async () => {
    const member = await app.signUp();
    const answer = await ask({ text: "I'm a US 8, show me coats" }, member);
    expect(offered(answer)).toMatchObject({ labels: ['US 8'], about: 'clothing' });
    expect(await recalled(member)).toEqual([]);
    await remember(member, "I'm a US 8");
    expect(await recalled(member)).toMatchObject([{ kind: 'size', about: 'clothing', label: 'US 8' }]);
    expect(offered(await ask({ text: "I'm a US 8, show me coats" }, member))).toBeUndefined();
    expect(offered(await ask({ text: "I'm a US 8, show me coats" }))).toBeUndefined();
  });

  test.each([
    ['en', 'a coat in my size'],
    ['zh', '我的尺码的大衣'],
    ['fa', 'پالتو سایز من'],
  ])('in %s my size must hold, in results and in answers, and can be taken off', async (locale, text) => {
    const member = await app.signUp();
    await remember(member, "I'm a US 8");
    const found = await find(text, member);
    expect(idsOf(found)).toEqual(['cotton-8', 'wool-8']);
    expect(found.need.chips).toContainEqual(
      expect.objectContaining({ key: 'memory:size:is:US 8', label: 'Yours: US 8' }),
    );
    const answer = await ask({ text, locale }, member);
    const cards = answer.parts.flatMap((part) => (part.type === 'listing-cards' ? part.listings : []));
    expect(cards.map(({ listingId }) => listingId).sort()).toEqual(['cotton-8', 'wool-8']);
    const off = await find(text, member, `&without=${encodeURIComponent('memory:size:is:US 8')}`);
    expect(idsOf(off)).toHaveLength(3);
    expect(idsOf(await find(text))).toHaveLength(3);
  });

  test('what they never wear is left out until the chip is taken off, in a conversation too', async () => {
    const member = await app.signUp();
    await remember(member, 'I never wear wool');
    expect(idsOf(await find('a coat', member))).toEqual(['cotton-12', 'cotton-8']);
    expect(idsOf(await find('a wool coat', member))).toEqual(['wool-8']);
    const cards = (answer: Answer) =>
      answer.parts.flatMap((part) => (part.type === 'listing-cards' ? part.listings.map((one) => one.listingId) : []));
    const first = await ask({ text: 'a coat for winter' }, member);
    expect(cards(first)).not.toContain('wool-8');
    const { conversationId } = first;
    const off = await ask({ text: 'a coat', conversationId, without: ['memory:material:is-not:wool'] }, member);
    expect(cards(off)).toContain('wool-8');
    expect(cards(await ask({ text: 'in size US 8', conversationId }, member)).sort()).toEqual(['cotton-8', 'wool-8']);
  });

  test('is changed, forgotten one by one or all at once, and expires by itself', async () => {
    const member = await app.signUp();
    const [size] = await remember(member, "I'm a US 8");
    await remember(member, 'I never wear wool');
    const changed = await send('PATCH', `/me/memory/${size!.id}`, member, { text: 'US 12' });
    expect(memoryFact.parse(await changed.json())).toMatchObject({ id: size!.id, label: 'US 12' });
    expect(idsOf(await find('a coat in my size', member))).toEqual(['cotton-12']);
    expect((await send('DELETE', `/me/memory/${size!.id}`, member)).status).toBe(204);
    expect(await recalled(member)).toMatchObject([{ kind: 'avoid' }]);
    app.clock.advance(366 * 24 * 3600 * 1000);
    const later = await app.signUp();
    await remember(later, 'I never wear wool');
    app.clock.advance(366 * 24 * 3600 * 1000);
    const response = await app.request('/api/v1/sign-in', {
      method: 'POST',
      json: { email: later.email, password: 'a long password' },
    });
    const cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    expect(await recalled({ ...later, cookie })).toEqual([]);
  });

  test('a new size takes the place of the old, shoes beside clothes', async () => {
    const member = await app.signUp();
    await remember(member, "I'm a US 8");
    await remember(member, 'I wear EU 39 in shoes');
    await remember(member, 'I am a US 10');
    expect((await recalled(member)).map(({ about, label }) => `${about} ${label}`).sort()).toEqual([
      'clothing US 10',
      'shoes EU 39',
    ]);
    expect((await send('DELETE', '/me/memory', member)).status).toBe(204);
    expect(await recalled(member)).toEqual([]);
  });

  test('is nobody else’s, and nothing is remembered of visitors', async () => {
    const [owner, stranger] = [await app.signUp(), await app.signUp()];
    const [fact] = await remember(owner, "I'm a US 8");
    expect(await recalled(stranger)).toEqual([]);
    expect((await send('PATCH', `/me/memory/${fact!.id}`, stranger, { text: 'US 2' })).status).toBe(404);
    expect((await send('DELETE', `/me/memory/${fact!.id}`, stranger)).status).toBe(404);
    expect((await send('GET', '/me/memory')).status).toBe(401);
    expect((await send('POST', '/me/memory', undefined, { text: "I'm a US 8" })).status).toBe(401);
  });

  test('words that state nothing of oneself are refused with a pointer', async () => {
    const member = await app.signUp();
    const response = await send('POST', '/me/memory', member, { text: 'a red dress' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'memory.nothing-said', errors: [{ pointer: '/text' }] });
    expect((await send('PATCH', '/me/memory/none', member, {})).status).toBe(422);
  });
});
