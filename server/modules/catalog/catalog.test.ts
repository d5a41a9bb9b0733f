import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Category, ListingPage } from '#contract/catalogue';
import type { ListingDetail } from '#contract/listing';
import { createTestApp, makeCloset, makeListing, type TestApp } from '#testing';

describe('the catalogue', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.stop());

  const get = async <Body>(path: string): Promise<Body> => {
    const response = await app.request(path);
    expect(response.status, path).toBe(200);
    return (await response.json()) as Body;
  };
  const open = (json: object, as?: Awaited<ReturnType<TestApp['signUp']>>) =>
    app.request('/api/v1/closets', { method: 'POST', json, as });

  test('the feed brings every listing once, newest first, though things are listed and sold meanwhile', async () => {
    const closet = await makeCloset(app, 'feed');
    const listed = (minute: number) => new Date(app.clock.now() - minute * 60_000);
    for (let at = 0; at < 25; at++)
      await makeListing(app, { id: `feed-${at}`, closet_id: closet, listed_at: listed(at + 1) });
    const first = await get<ListingPage>('/api/v1/feed?limit=10');
    await makeListing(app, { id: 'feed-later', closet_id: closet, listed_at: listed(0) });
    await makeListing(app, { id: 'feed-20', closet_id: closet, listed_at: listed(21), status: 'sold' });
    const second = await get<ListingPage>(`/api/v1/feed?limit=10&cursor=${first.nextCursor}`);
    const third = await get<ListingPage>(`/api/v1/feed?limit=10&cursor=${second.nextCursor}`);
    const ids = [first, second, third].flatMap(({ listings }) => listings.map(({ id }) => id));
    const stillThere = Array.from({ length: 25 }, (_, at) => `feed-${at}`).filter((id) => id !== 'feed-20');
    expect(ids).toEqual(stillThere);
    expect(third.nextCursor).toBeNull();
  });

  test('a cursor of another list is refused', async () => {
    const response = await app.request('/api/v1/feed?cursor=bm90LW91cnM');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'request.bad-cursor', errors: [{ pointer: '?cursor' }] });
  });

  test('a listing tells its attributes in the language of the reader', async () => {
    const id = await makeListing(app, { attributes: { colour: 'red' } });
    const colour = async (locale: string) =>
      (await get<ListingDetail>(`/api/v1/listings/${id}?locale=${locale}`)).attributes.find(
        ({ key }) => key === 'colour',
      );
    expect(await colour('zh')).toMatchObject({ label: '颜色', text: '红色' });
    expect((await colour('fa'))?.text).toBe('قرمز');
  });

  test('cards come in the order asked for, without those that are gone', async () => {
    const closet = await makeCloset(app, 'cards');
    for (const id of ['card-a', 'card-b']) await makeListing(app, { id, closet_id: closet });
    const { listings } = await get<ListingPage>('/api/v1/listings?ids=card-b,card-none,card-a');
    expect(listings.map(({ id }) => id)).toEqual(['card-b', 'card-a']);
  });

  test('a draft is shown to nobody, by whatever way it is asked for', async () => {
    const member = await app.signUp('Reader');
    const closet = await makeCloset(app, 'drafts');
    const draft = await makeListing(app, { closet_id: closet, title: 'Unfinished cape', status: 'draft' });
    expect((await app.request(`/api/v1/listings/${draft}`)).status).toBe(404);
    expect((await get<ListingPage>(`/api/v1/listings?ids=${draft}`)).listings).toEqual([]);
    expect((await get<ListingPage>('/api/v1/closets/drafts/listings')).listings).toEqual([]);
    expect((await get<{ listings: number }>('/api/v1/closets/drafts')).listings).toBe(0);
    expect((await app.request(`/api/v1/listings/${draft}/like`, { method: 'PUT', as: member })).status).toBe(404);
    for (const address of ['search?q=unfinished+cape', 'feed?limit=100'])
      expect(await (await app.request(`/api/v1/${address}`)).text()).not.toContain(draft);
  });

  test('a member opens one closet of their own, and two who want one name at once do not both get it', async () => {
    const [mina, noor] = [await app.signUp('Mina'), await app.signUp('Noor')];
    expect((await open({ handle: 'atelier', name: 'Atelier' })).status).toBe(401);
    const both = await Promise.all([mina, noor].map((as) => open({ handle: 'atelier', name: 'Atelier' }, as)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [owner, other] = both[0]!.status === 201 ? [mina, noor] : [noor, mina];
    const taken = await open({ handle: 'atelier', name: 'Again' }, other);
    expect(await taken.json()).toMatchObject({ code: 'closet.handle-taken', errors: [{ pointer: '/handle' }] });
    expect(await (await open({ handle: 'second', name: 'Second' }, owner)).json()).toMatchObject({
      code: 'closet.exists',
    });
    const me = (await (await app.request('/api/v1/me', { as: owner })).json()) as { closet: { handle: string } };
    expect(me.closet.handle).toBe('atelier');
  });

  test('two closets asked for by one member at once become one', async () => {
    const sara = await app.signUp('Sara');
    const answers = await Promise.all(['sara-one', 'sara-two'].map((handle) => open({ handle, name: handle }, sara)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('categories count what is for sale, the broad ones with what is under them', async () => {
    const closet = await makeCloset(app, 'counted');
    await makeListing(app, { closet_id: closet, category: 'puffer-jackets' });
    await makeListing(app, { closet_id: closet, category: 'puffer-jackets', status: 'sold' });
    const { categories } = await get<{ categories: Category[] }>('/api/v1/categories');
    const find = (nodes: Category[], id: string): Category | undefined =>
      nodes.flatMap((node) => (node.id === id ? node : (find(node.children, id) ?? [])))[0];
    expect(find(categories, 'puffer-jackets')?.listings).toBe(1);
    expect(find(categories, 'outerwear')?.listings).toBe(1);
    expect(find(categories, 'coats')).toBeUndefined();
  });
});
