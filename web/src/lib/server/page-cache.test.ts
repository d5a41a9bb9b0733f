import { describe, expect, test } from 'vitest';
import { createPageCache } from './page-cache';

describe('the page cache', () => {
  const html = (text: string, headers: Record<string, string> = {}, status = 200) =>
    new Response(text, { status, headers: { 'content-type': 'text/html', ...headers } });

  function start(make: (count: number) => Response, most = 10) {
    let time = 0;
    let count = 0;
    const serve = createPageCache({ keepMs: 500, most, now: () => time });
    const open = async (key = '/') => (await serve(key, async () => make(++count))).text();
    const pass = (ms: number) => {
      time += ms;
    };
    return { open, pass };
  }

  test('a crowd that opens a page at once costs one page, and a moment later it is made anew', async () => {
    const { open, pass } = start((count) => html(`page ${count}`));
    expect(await Promise.all([open(), open(), open()])).toEqual(['page 1', 'page 1', 'page 1']);
    pass(499);
    expect(await open()).toBe('page 1');
    pass(1);
    expect(await open()).toBe('page 2');
    expect(await open('/other')).toBe('page 3');
  });

  test('a page that sets a cookie, is no HTML or says that something is wrong is made for each reader', async () => {
    for (const make of [
      (count: number) => html(`${count}`, { 'set-cookie': 'locale=fa' }),
      (count: number) => html(`${count}`, { 'content-type': 'application/json' }),
      (count: number) => html(`${count}`, {}, 404),
    ]) {
      const { open } = start(make);
      expect(new Set(await Promise.all([open(), open(), open()]))).toEqual(new Set(['1', '2', '3']));
    }
  });

  test('a page that turns out to be somebody’s own is made for each reader', async () => {
    const serve = createPageCache({ keepMs: 500, most: 10, now: () => 0 });
    let count = 0;
    const open = async () =>
      (
        await serve(
          '/',
          async () => html(`page ${++count}`),
          () => false,
        )
      ).text();
    expect(await Promise.all([open(), open()])).toEqual(['page 1', 'page 2']);
  });

  test('a page that fails fails for its reader only', async () => {
    const { open } = start((count) => {
      if (count === 1) throw new Error('broken');
      return html(`page ${count}`);
    });
    const [first, second] = await Promise.allSettled([open(), open()]);
    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: 'page 2' });
  });

  test('it holds so many pages and no more', async () => {
    const { open } = start((count) => html(`page ${count}`), 2);
    for (const key of ['/a', '/b', '/c']) await open(key);
    expect(await open('/c')).toBe('page 3');
    expect(await open('/a')).toBe('page 4');
  });
});
