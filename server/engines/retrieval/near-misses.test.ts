import { expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { loadKnowledge } from '#knowledge';
import { createSearchIndex } from './index.ts';

test('another kind of thing is a near miss only where it could stand in for what was asked for', () => {
  const language = createLanguage(loadKnowledge());
  const index = createSearchIndex(language);
  const put = (id: string, title: string, category: string, text: string) =>
    index.put({ id, title, category, text, attributes: {} });
  put('headphones', 'Still 2 headphones', 'headphones', 'Worn on the sofa only.');
  put('chair', 'Wide reading chair', 'chairs', 'Nearly a sofa: two children fit.');
  put('trousers', 'Wool trousers', 'trousers', 'For the sofa.');
  const text = 'sofa';
  const { need } = language.understand(text);
  expect(need.must.map(({ key }) => key)).toEqual(['category:is:sofas']);
  const { hits, nearMisses } = index.search({ need, text, limit: 10, nearMisses: 10 });
  expect(hits).toEqual([]);
  expect(nearMisses.map(({ id }) => id)).toEqual(['chair']);
});
