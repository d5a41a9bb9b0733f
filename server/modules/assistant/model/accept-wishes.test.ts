import { describe, expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { loadWordVectors } from '#engines/vectors';
import { readWordVectorBytes } from '../../../../knowledge/vectors/index.ts';
import { acceptWishes, type ProposedWish } from './accept-wishes.ts';

const language = createLanguage();
const vectors = loadWordVectors(readWordVectorBytes());

describe('of the wishes that a model reads in a request', () => {
  const read = (text: string, ...proposals: ProposedWish[]) =>
    acceptWishes(language, vectors, language.understand(text), proposals);
  const added = (text: string, ...proposals: ProposedWish[]) => {
    const before = language.understand(text);
    const after = read(text, ...proposals);
    expect(after.need.must).toEqual(before.need.must);
    expect(after.need.wishes.slice(0, before.need.wishes.length)).toEqual(before.need.wishes);
    return after.need.wishes.slice(before.need.wishes.length).map(({ key }) => key);
  };
  const gala = { facet: 'occasion', value: 'gala', words: 'soiree' };

  test('one counts that words speak for which were not understood, and it never filters', () => {
    expect(added('long dress for a soiree', gala)).toEqual(['occasion:gala']);
    const { need, leftovers } = read('long dress for a soiree', gala);
    expect(need.wishes.at(-1)!.grantedBy.every(({ weight }) => weight < 0.9)).toBe(true);
    expect(leftovers.map(({ text }) => text)).not.toContain('soiree');
  });

  test.each<[string, string, ProposedWish]>([
    ['whose words do not stand there', 'long dress for a soiree', { ...gala, words: 'ball' }],
    ['whose words mean something else', 'long dress for an elephant', { ...gala, words: 'elephant' }],
    ['whose words were understood', 'long dress for a wedding', { ...gala, words: 'wedding' }],
    ['that is denied', 'long dress, not for a soiree', gala],
    ['of a value that nobody knows', 'long dress for a soiree', { ...gala, value: 'soiree' }],
    ['that would filter', 'something for a soiree', { facet: 'category', value: 'dresses', words: 'soiree' }],
    ['of a brand', 'long dress by soiree', { facet: 'brand', value: 'gucci', words: 'soiree' }],
    ['of a price', 'long dress for a soiree', { facet: 'price', value: '5', words: 'soiree' }],
    ['that loosens what must hold', 'red dress, scarletish', { facet: 'colour', value: 'pink', words: 'scarletish' }],
    ['with no words', 'long dress for a soiree', { ...gala, words: '  ' }],
  ])('one does not count %s', (_, text, proposal) => {
    expect(added(text, proposal)).toEqual([]);
  });

  test('a hundred proposals add three at most', () => {
    const proposals = Array.from({ length: 100 }, () => gala);
    expect(added('long dress for a soiree', ...proposals)).toEqual(['occasion:gala']);
  });
});
