import { describe, expect, test } from 'vitest';
import { createLanguage } from './index.ts';

const language = createLanguage();

function read(text: string): { must: string[]; wishes: string[] } {
  const { need } = language.understand(text);
  return { must: need.must.map(({ key }) => key), wishes: need.wishes.map(({ key }) => key) };
}

describe('a word finer than what listings state', () => {
  test.each([
    ['prairie dress', ['category:is:dresses'], 'kind:prairie-dress'],
    ['cobalt coat', ['category:is:coats', 'colour:is:blue'], 'shade:cobalt'],
    ['nappa gloves', ['category:is:gloves', 'material:is:leather'], 'fabric:nappa'],
    ['tartan blazer', ['category:is:blazers', 'pattern:is:plaid'], 'print:tartan'],
    ['film camera', ['category:is:cameras'], 'kind:film-cameras'],
    ['切尔西靴', ['category:is:ankle-boots'], 'kind:chelsea-boots'],
    ['کیف سطلی', ['category:is:handbags'], 'kind:bucket-bag'],
  ])('"%s" asks for what they state and ranks by the rest', (text, must, wish) => {
    const need = read(text);
    expect(need.must.sort()).toEqual(must);
    expect(need.wishes).toContain(wish);
  });

  test('leaves out only itself where a kind is excluded', () => {
    expect(read('dress under $80, no prairie dresses').must).toEqual(
      expect.arrayContaining(['category:is:dresses', 'kind:is-not:prairie-dress']),
    );
    expect(read('dress under $80, no prairie dresses').must).not.toContain('category:is-not:dresses');
  });

  test('leaves out what listings state where a shade or a leather is excluded, for they may not say more', () => {
    expect(read('gloves, no nappa').must).toContain('material:is-not:leather');
  });

  test('makes no description of a thing that is merely named', () => {
    expect(language.understand('looking for a silk scarf with fringe').intent).toBe('keyword-search');
  });
});

describe('kinds of things of their own', () => {
  test.each([
    ['mechanical keyboard', 'category:is:keyboards'],
    ['sofa', 'category:is:sofas'],
    ['yoga mat', 'category:is:yoga-gear'],
    ['无人机', 'category:is:drones'],
    ['کالسکه دوقلو', 'category:is:strollers'],
  ])('"%s" is that kind', (text, key) => {
    expect(read(text).must).toEqual([key]);
  });

  test('what somebody has already is not wanted', () => {
    expect(read('headphones, I have a turntable at home').must).toEqual(['category:is:headphones']);
  });
});

describe('words that are easily misread', () => {
  test('base is bass beside headphones', () => {
    expect(read('headphones with strong base').wishes).toContain('bass:strong');
  });

  test('a notebook is a laptop where its insides are spoken of', () => {
    expect(read('notebook').must).toEqual(['category:is:notebooks']);
    expect(read('notebook with 16gb ram').must).toEqual(['category:is:laptops']);
  });

  test('an angle grinder does not make "ancle boots" angular', () => {
    expect(read('ancle boots').must).toEqual(['category:is:ankle-boots']);
  });
});
