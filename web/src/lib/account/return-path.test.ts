import { expect, test } from 'vitest';
import { returnPath, withReturn } from './return-path';

const returning = (next: string) =>
  returnPath(new URL(`http://shop.example/sign-in?next=${encodeURIComponent(next)}`), '/');

test('one comes back to the page one was on', () => {
  for (const page of ['/listings/a', '/fa/search?q=%D9%85', '/listings/a?b=c#review-1'])
    expect(returning(page)).toBe(page);
});

test('one is never sent to another site', () => {
  const tricks = ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', '\\\\evil.example'];
  for (const trick of [...tricks, 'javascript:alert(1)', 'listings/a', '']) expect(returning(trick)).toBe('/');
  expect(returning('/a/../..//evil.example')).toBe('/');
});

test('one is not sent round in a circle', () => {
  for (const page of ['/sign-in', '/fa/sign-up?next=/x', '/zh/sign-out']) expect(returning(page)).toBe('/');
});

test('the address to sign in carries the whole page', () => {
  expect(withReturn('/fa/sign-in', '/fa/search?q=a&b=c')).toBe('/fa/sign-in?next=%2Ffa%2Fsearch%3Fq%3Da%26b%3Dc');
});
