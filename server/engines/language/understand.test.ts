import { expect, test } from 'vitest';
import { createLanguage } from './index.ts';

const language = createLanguage();

test('a long Chinese wish becomes a dress, a colour, a length and three wishes', () => {
  const text = '红色的长裙，有个大的蝴蝶结，我打算穿着它去走红毯的时候能瞬间吸引所有人的眼球';
  const { need, leftovers } = language.understand(text);
  expect(need.must.map((constraint) => constraint.key)).toEqual([
    'category:is:dresses',
    'colour:is:red',
    'length:is:long',
  ]);
  expect(need.wishes.map((wish) => wish.key)).toEqual(['bow:big', 'occasion:red-carpet', 'effect:eye-catching']);
  expect(leftovers).toEqual([]);
});
