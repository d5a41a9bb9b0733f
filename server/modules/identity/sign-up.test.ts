import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#testing';

describe('accounts', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.stop());

  test('a new member is signed in by the cookie that signing up gives', async () => {
    const response = await app.request('/api/v1/sign-up', {
      method: 'POST',
      json: { name: 'Ines', email: 'ines@example.org', password: 'correct horse battery' },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('set-cookie')).toContain('HttpOnly');
  });

  test('a wrong password is refused without saying which of the two is wrong', async () => {
    const person = await app.signUp('Noor');
    const wrong = await app.request('/api/v1/sign-in', {
      method: 'POST',
      json: { email: person.email, password: 'not it at all' },
    });
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toMatchObject({ code: 'account.wrong-password' });
    const right = await app.request('/api/v1/sign-in', {
      method: 'POST',
      json: { email: person.email, password: 'a long password' },
    });
    expect(right.status).toBe(200);
  });

  test('an e-mail address that has an account is refused, pointing to the field', async () => {
    const person = await app.signUp('Margit');
    const again = await app.request('/api/v1/sign-up', {
      method: 'POST',
      json: { name: 'M', email: person.email, password: 'a long password' },
    });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'account.exists', errors: [{ pointer: '/email' }] });
  });

  test('one e-mail address signed up many times at once makes one account', async () => {
    const join = () =>
      app.request('/api/v1/sign-up', {
        method: 'POST',
        json: { name: 'Twin', email: 'twin@example.org', password: 'a long password' },
      });
    const statuses = (await Promise.all(Array.from({ length: 6 }, join))).map((response) => response.status);
    expect(statuses.sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  test('many people sign up at once, more than there are connections to the database', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, n) => app.signUp(`Crowd ${n}`)));
    expect(new Set(people.map(({ userId }) => userId)).size).toBe(20);
  });

  test('signing in gives a new session, and signing out ends it', async () => {
    const person = await app.signUp('Ada');
    const again = await app.request('/api/v1/sign-in', {
      method: 'POST',
      as: person,
      json: { email: person.email, password: 'a long password' },
    });
    const [cookie = ''] = again.headers.getSetCookie();
    expect(cookie).toMatch(/^vitrine\.session_token=.*; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookie.split(';')[0]).not.toBe(person.cookie);
    const now = { ...person, cookie: cookie.split(';')[0]! };
    expect((await app.request('/api/v1/me', { as: now })).status).toBe(200);
    expect((await app.request('/api/v1/sign-out', { method: 'POST', as: now })).status).toBe(204);
    expect((await app.request('/api/v1/me', { as: now })).status).toBe(401);
  });

  test('a page of another site cannot act with the cookie', async () => {
    const person = await app.signUp('Lin');
    const from = (headers: Record<string, string>) =>
      app.request('http://shop.example/api/v1/sign-out', { method: 'POST', as: person, headers });
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://evil.example', host: 'shop.example' },
      { origin: 'null', host: 'shop.example' },
    ] as Record<string, string>[]) {
      const response = await from(headers);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: 'request.foreign-page' });
    }
    expect((await app.request('/api/v1/me', { as: person })).status).toBe(200);
  });

  test('unknown fields, wrong types, broken JSON and broken UTF-8 are problems with a pointer', async () => {
    const send = (body: BodyInit) =>
      app.request('/api/v1/sign-up', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    const unknown = await send(
      JSON.stringify({ name: 'A', email: 'a@example.org', password: 'a long password', admin: true }),
    );
    expect(unknown.status).toBe(422);
    expect(await unknown.json()).toMatchObject({ code: 'request.not-valid', errors: [{ pointer: '/admin' }] });
    const types = await send(JSON.stringify({ name: 5, email: 'a@example.org', password: 'a long password' }));
    expect(await types.json()).toMatchObject({ errors: [{ pointer: '/name' }] });
    expect((await send('{"name":')).status).toBe(400);
    expect((await send(new Uint8Array([0x22, 0xff, 0xfe, 0x22]))).status).toBe(400);
    expect(
      await (await send('{"name":"\\u0000","email":"a@example.org","password":"a long password"}')).json(),
    ).toMatchObject({ errors: [{ pointer: '/name' }] });
    expect((await send(`"${'x'.repeat(300_000)}"`)).status).toBe(413);
  });

  test('an unknown route is a problem too', async () => {
    const response = await app.request('/api/v1/nowhere');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});
