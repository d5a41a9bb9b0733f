import { expect, test } from 'vitest';
import { readAboutOneself, withMemory } from './about-oneself.ts';
import { createLanguage } from './language.ts';

const language = createLanguage();
const said = (text: string) =>
  readAboutOneself(language.understand(text), false).map(({ kind, about, meaning }) =>
    [kind, about, meaning.key].filter(Boolean).join(' '),
  );

test('sizes, tastes and budgets that one states of oneself are heard in three languages', () => {
  expect(said("I'm a US 8")).toEqual(['size clothing size:is:US 8']);
  expect(said('I wear EU 39 in shoes')).toEqual(['size shoes size:is:EU 39']);
  expect(said('我平时穿M码')).toEqual(['size clothing size:is:INT M']);
  expect(said('سایز من ۳۸ است')).toEqual(['size clothing size:is:38']);
  for (const text of ['I never wear wool', '我从不穿羊毛', 'من پشم نمی‌پوشم'])
    expect(said(text), text).toEqual(['avoid material:is-not:wool']);
  for (const text of ['my budget is $100', '我的预算是100美元'])
    expect(said(text)[0], text).toMatch(/^budget price:range/);
  expect(said('I love navy')).toEqual(['like colour:is:navy']);
});

test('a request that only names a size, a colour or a price states nothing about the person', () => {
  for (const text of [
    'a dress in size US 8',
    'red dress under $100',
    'not wool please',
    '红色连衣裙 M码',
    'پیراهن قرمز سایز ۳۸',
    "I'd like a red dress",
    'I am looking for a blue coat',
  ])
    expect(said(text), text).toEqual([]);
});

const facts = readAboutOneself(language.understand("I'm a US 8"), false)
  .concat(readAboutOneself(language.understand('shoes in EU 39 is what I wear'), true))
  .concat(readAboutOneself(language.understand('I never wear wool'), false))
  .concat(readAboutOneself(language.understand('I love navy'), false));
const remembered = (text: string, isShoes = false) => {
  const { must, wishes } = withMemory(language.understand(text).need, text, facts, isShoes);
  return [...must, ...wishes].map(({ key }) => key).filter((key) => key.startsWith('memory:'));
};

test('my size is a hard constraint where it is asked for, the one of shoes for shoes', () => {
  for (const text of ['a dress in my size', '我的尺码的连衣裙', 'پیراهن سایز من'])
    expect(remembered(text)).toContain('memory:size:is:US 8');
  expect(remembered('boots in my size', true)).toEqual(expect.arrayContaining(['memory:size:is:EU 39']));
  expect(remembered('a dress')).not.toContain('memory:size:is:US 8');
});

test('what the request says itself goes before what is remembered', () => {
  expect(remembered('a coat')).toEqual(['memory:material:is-not:wool', 'memory:colour:is:navy']);
  expect(remembered('a wool coat')).toEqual(['memory:colour:is:navy']);
  expect(remembered('a red coat')).toEqual(['memory:material:is-not:wool']);
});
