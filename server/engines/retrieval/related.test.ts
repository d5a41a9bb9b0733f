import { describe, expect, it } from 'vitest';
import { type Constraint, createLanguage } from '#engines/language';
import { loadWordNeighbours, loadWordVectors } from '#engines/vectors';
import { loadKnowledge } from '#knowledge';
import { readWordNeighbourBytes, readWordVectorBytes } from '../../../knowledge/vectors/index.ts';
import { createSearchIndex } from './index.ts';

const language = createLanguage(loadKnowledge());
const neighbours = loadWordNeighbours(readWordNeighbourBytes(), loadWordVectors(readWordVectorBytes()));
const index = createSearchIndex(language, { neighbours });
const priced = (id: string, title: string, minor: number) =>
  index.put({ id, title, price: { minor, currency: 'USD' }, attributes: {} });
priced('kettle', 'Old copper kettle', 1500);
priced('saucepan', 'Dented skillet', 1500);
priced('dear', 'Hammered skillet', 90_000);
priced('vase', 'Blue vase', 1500);

function find(text: string, filters: Constraint[] = []) {
  const need = { must: [], wishes: [], terms: [] };
  return index.search({ need, text, filters, limit: 10, nearMisses: 10, withRelated: true });
}

describe('related listings', () => {
  it('are found by a word of nearly the same meaning and say which word they lack', () => {
    const { hits, nearMisses } = find('saucepan');
    expect(hits).toEqual([]);
    expect(nearMisses.map(({ id }) => id)).toContain('saucepan');
    expect(nearMisses[0]!.bends).toEqual([{ key: 'words', facet: 'words', wanted: 'saucepan', has: undefined }]);
    expect(nearMisses.map(({ id }) => id)).not.toContain('vase');
  });

  it('stand behind the results and are none of them', () => {
    const { hits, nearMisses } = find('old copper kettle');
    expect(hits.map(({ id }) => id)).toEqual(['kettle']);
    expect(nearMisses.map(({ id }) => id)).not.toContain('kettle');
  });

  it('never break what must hold', () => {
    const upTo: Constraint = {
      key: 'price',
      facet: 'price',
      operator: 'range',
      anyOf: [],
      max: 5000,
      currency: 'USD',
      bendable: false,
    };
    expect(find('saucepan', [upTo]).nearMisses.map(({ id }) => id)).toEqual(['saucepan']);
  });

  it('are not looked for where nobody asked for them', () => {
    const need = { must: [], wishes: [], terms: [] };
    expect(index.search({ need, text: 'saucepan', nearMisses: 10 }).nearMisses).toEqual([]);
  });
});
