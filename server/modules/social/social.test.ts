import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Marks } from '#contract/account';
import { createTestApp, makeCloset, makeListing, type TestApp } from '#testing';

type Person = Awaited<ReturnType<TestApp['signUp']>>;

describe('likes and follows', () => {
  let app: TestApp;
  let mina: Person;
  let noor: Person;
  beforeAll(async () => {
    app = await createTestApp();
    [mina, noor] = [await app.signUp('Mina'), await app.signUp('Noor')];
    const closet = await makeCloset(app, 'window');
    await makeListing(app, { id: 'hat', closet_id: closet });
    await makeListing(app, { id: 'coat', closet_id: closet });
  });
  afterAll(() => app.stop());

  const like = (id: string, as?: Person, method = 'PUT') => app.request(`/api/v1/listings/${id}/like`, { method, as });
  const follow = (handle: string, as?: Person, method = 'PUT') =>
    app.request(`/api/v1/closets/${handle}/follow`, { method, as });
  const marks = async (as?: Person): Promise<Marks> =>
    (await (await app.request('/api/v1/me/marks?listings=hat,coat&closet=window', { as })).json()) as Marks;
  const countLikes = async (id: string) =>
    ((await (await app.request(`/api/v1/listings/${id}`)).json()) as { likes: number }).likes;

  test('a like counts once however often it is sent, and can be taken back', async () => {
    expect((await like('hat', mina)).status).toBe(204);
    expect((await like('hat', mina)).status).toBe(204);
    expect(await countLikes('hat')).toBe(1);
    expect((await like('hat', mina, 'DELETE')).status).toBe(204);
    expect((await like('hat', mina, 'DELETE')).status).toBe(204);
    expect(await countLikes('hat')).toBe(0);
  });

  test('twenty likes and takings-back at once end in a count that is true', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => like('coat', at % 2 ? mina : noor, at % 3 ? 'PUT' : 'DELETE')),
    );
    await Promise.all([like('coat', mina), like('coat', noor)]);
    expect(await countLikes('coat')).toBe(2);
  });

  test('marks are one’s own: another person neither sees nor changes them', async () => {
    await like('hat', mina);
    await follow('window', mina);
    expect((await marks(mina)).liked).toContain('hat');
    await like('hat', noor, 'DELETE');
    await follow('window', noor, 'DELETE');
    expect((await marks(mina)).liked).toContain('hat');
    expect((await marks(mina)).followed).toEqual(['window']);
    expect((await marks(noor)).liked).not.toContain('hat');
    expect((await marks(noor)).followed).toEqual([]);
  });

  test('visitors have no marks and are asked to sign in before they make one', async () => {
    expect(await marks()).toEqual({ liked: [], followed: [] });
    for (const response of [await like('hat'), await follow('window'), await app.request('/api/v1/me/likes')]) {
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  test('what is not there cannot be liked or followed', async () => {
    expect((await like('nothing', mina)).status).toBe(404);
    expect((await follow('nobody', mina)).status).toBe(404);
  });
});
