import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '#testing';
import { RateLimiter } from './rate-limit.ts';

const limit = { name: 'guesses', perMinute: 60, burst: 2 };

describe('a rate limit', () => {
  test('gives what its burst holds, then one a second', () => {
    const limiter = new RateLimiter();
    expect([0, 0, 0].map((now) => limiter.take(limit, 'me', now).allowed)).toEqual([true, true, false]);
    expect(limiter.take(limit, 'me', 0)).toEqual({ allowed: false, retryAfterSeconds: 1 });
    expect(limiter.take(limit, 'another', 0).allowed).toBe(true);
    expect(limiter.take(limit, 'me', 1000).allowed).toBe(true);
  });

  test('does not punish anyone for a clock that is set back', () => {
    const limiter = new RateLimiter();
    limiter.take(limit, 'me', 3_600_000);
    expect(limiter.take(limit, 'me', 0).allowed).toBe(true);
    expect(limiter.take(limit, 'me', 0)).toEqual({ allowed: false, retryAfterSeconds: 1 });
  });
});

describe('guessing passwords', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ RATE_LIMITS: 'on' });
  });
  afterAll(() => app.stop());

  test('is limited by address: a header, another account and another spelling of the path give no more guesses', async () => {
    const member = await app.signUp('Guesser');
    const guess = (n: number) =>
      app.request(['/api/v1/sign-in', '/api/v1/%73ign-in'][n % 2]!, {
        method: 'POST',
        as: n % 3 === 0 ? member : undefined,
        headers: { 'x-forwarded-for': `198.51.100.${n}` },
        json: { email: 'someone@example.org', password: `guess number ${n}` },
      });
    const statuses: number[] = [];
    for (let n = 0; n < 24; n++) statuses.push((await guess(n)).status);
    // Signing up was the first of the ten.
    expect(statuses.filter((status) => status === 401)).toHaveLength(9);
    expect(statuses.at(-1)).toBe(429);
  });
});
