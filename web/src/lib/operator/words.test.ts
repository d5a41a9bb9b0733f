import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { sourceProblemCodes } from '../../../../contract/source.ts';
import { loadOperatorWords } from '../server/operator-words';
import { createSay, describeMoment, type OperatorKey } from './words';

describe('what the operators’ pages say', async () => {
  const en = await loadOperatorWords('en');

  for (const locale of ['zh', 'fa'] as const)
    test(`is said in ${locale} too, of the same things`, async () => {
      const words = await loadOperatorWords(locale);
      expect(Object.keys(words).sort()).toEqual(Object.keys(en).sort());
      const names = (text: string) => {
        parse(text);
        return [...new Set(text.match(/\{\w+(?=[,}])/g))].sort();
      };
      for (const key of Object.keys(en) as OperatorKey[])
        expect([key, names(words[key])]).toEqual([key, names(en[key])]);
    });

  test('has words for every problem that a page can have', () => {
    for (const code of sourceProblemCodes) expect(en).toHaveProperty([`problem.${code}`]);
  });

  test('counts as each language counts', async () => {
    expect(createSay('en', en)('source.kept', { count: 1 })).toBe('1 page kept');
    expect(createSay('fa', await loadOperatorWords('fa'))('source.kept', { count: 12 })).toBe('۱۲ صفحه نگه داشته شده');
  });

  test('tells how far a moment is', () => {
    const now = Date.parse('2026-01-05T09:00:00Z');
    const told = (instant: string) => describeMoment('en', instant, now);
    expect(told('2026-01-05T14:59:00Z')).toBe('in 5 hours');
    expect(told('2026-01-05T08:57:00Z')).toBe('3 minutes ago');
    expect(told('2026-01-05T08:59:40Z')).toBe('now');
    expect(told('2026-01-06T09:00:00Z')).toBe('tomorrow');
    expect(describeMoment('zh', '2026-01-05T08:00:00Z', now)).toBe('1小时前');
  });
});
