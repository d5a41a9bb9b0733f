import { expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { createSearchIndex } from '#engines/retrieval';
import { type EvidenceSources, gather } from './gather.ts';

const language = createLanguage();
const index = createSearchIndex(language);
const sources: EvidenceSources = {
  understand: (text) => language.understand(text),
  findListings: (request) => index.search(request),
  readListings: async () => [],
  findGuides: async () => [],
};

const kindOf = async (text: string) => {
  const { input } = await gather(sources, { understanding: language.understand(text), locale: 'en' });
  return input.kind;
};

test('a question about a purchase is one about the rules, whatever thing it names', async () => {
  expect(await kindOf("The dress came and it doesn't fit. Can I send it back?")).toBe('order');
  expect(await kindOf('下单两个小时了还能取消吗')).toBe('order');
});

test('noise cancelling is no cancelled order', async () => {
  expect(await kindOf('active or passive noise cancelling, what is the difference?')).toBe('type-comparison');
  expect(await kindOf('headphones with noise cancelling')).not.toBe('order');
});

test('a question about no piece in particular is one for the guides', async () => {
  expect(await kindOf('why does knitwear pill and which wool pills least?')).toBe('category-research');
});
