import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('what was worked out once is not worked out again while it is among the latest', () => {
  const asked: string[] = [];
  const length = remember((text) => {
    asked.push(text);
    return text.length;
  }, 4);
  expect([length('a'), length('bb'), length('a')]).toEqual([1, 2, 1]);
  expect(asked).toEqual(['a', 'bb']);
});

test('memory stays within its bound, the oldest goes first', () => {
  const asked: string[] = [];
  const same = remember((text) => {
    asked.push(text);
    return text;
  }, 4);
  for (const text of ['1', '2', '3', '4', '5']) same(text);
  same('5');
  same('1');
  expect(asked).toEqual(['1', '2', '3', '4', '5', '1']);
});
