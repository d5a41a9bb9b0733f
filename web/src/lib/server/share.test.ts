import { describe, expect, test } from 'vitest';
import { createShare } from './share';

describe('what readers share', () => {
  function start(make: (count: number) => Promise<string>) {
    let time = 0;
    let count = 0;
    const share = createShare<string, string>({ keepMs: 5000, now: () => time });
    const ask = (key = 'en') => share(key, () => make(++count));
    const pass = (ms: number) => {
      time += ms;
    };
    return { ask, pass };
  }

  test('is made once for all who ask at once, by key, and anew when its time is over', async () => {
    const { ask, pass } = start(async (count) => `made ${count}`);
    expect(await Promise.all([ask(), ask(), ask('fa')])).toEqual(['made 1', 'made 1', 'made 2']);
    pass(4999);
    expect(await ask()).toBe('made 1');
    pass(1);
    expect(await ask()).toBe('made 3');
  });

  test('a failure fails for its reader only', async () => {
    const { ask } = start(async (count) => {
      if (count === 1) throw new Error('broken');
      return `made ${count}`;
    });
    const told = await Promise.allSettled([ask(), ask()]);
    expect(told[0]!.status).toBe('rejected');
    expect(told[1]).toEqual({ status: 'fulfilled', value: 'made 2' });
    expect(await ask()).toBe('made 3');
  });
});
