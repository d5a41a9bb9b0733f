import { expect, test } from 'vitest';
import { answerLocale } from './answer-locale';

test('a question is answered in the language of the page', () => {
  expect(answerLocale('does it run small?', 'en')).toBe('en');
  expect(answerLocale('这件衣服偏小吗', 'zh')).toBe('zh');
  expect(answerLocale('کوچک می‌آید؟', 'fa')).toBe('fa');
});

test('a question in another script is answered as it was asked', () => {
  expect(answerLocale('红色的长裙', 'en')).toBeUndefined();
  expect(answerLocale('پیراهن قرمز', 'zh')).toBeUndefined();
  expect(answerLocale('active or passive noise cancelling?', 'fa')).toBeUndefined();
});

test('a brand or a code in Latin letters does not change the language', () => {
  expect(answerLocale('Ardenne Row', 'fa')).toBe('fa');
  expect(answerLocale('IPX4', 'zh')).toBe('zh');
});
