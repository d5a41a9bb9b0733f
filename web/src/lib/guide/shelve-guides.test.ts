import { expect, test } from 'vitest';
import type { DocumentSummary } from '#contract/document';
import { countCategories, nameCategories, shelveGuides } from './shelve-guides';

const guide = (slug: string, more: Partial<DocumentSummary>): DocumentSummary => ({
  id: slug,
  slug,
  title: slug,
  language: 'en',
  kind: 'guide',
  categories: [],
  source: 'a guide',
  updatedAt: '2026-01-01T00:00:00.000Z',
  ...more,
});

test('the reader sees their own language by kind, and the others after it', () => {
  const { own, others } = shelveGuides(
    [
      guide('b', { language: 'zh' }),
      guide('wool', { kind: 'care' }),
      guide('boots', {}),
      guide('a', { language: 'fa' }),
      guide('bass', {}),
    ],
    'en',
  );
  expect(own.map((shelf) => [shelf.kind, shelf.guides.map(({ slug }) => slug)])).toEqual([
    ['guide', ['bass', 'boots']],
    ['care', ['wool']],
  ]);
  expect(others.map((shelf) => shelf.language)).toEqual(['fa', 'zh']);
});

test('only categories with a name are offered, the most written of first', () => {
  const names = nameCategories([
    {
      id: 'audio',
      label: 'Audio',
      listings: 2,
      children: [{ id: 'earbuds', label: 'Earbuds', listings: 2, children: [] }],
    },
    { id: 'hats', label: 'Hats', listings: 1, children: [] },
  ]);
  const guides = [guide('a', { categories: ['hats', 'earbuds'] }), guide('b', { categories: ['earbuds', 'all'] })];
  expect(countCategories(guides, names)).toEqual([
    { id: 'earbuds', label: 'Earbuds', count: 2 },
    { id: 'hats', label: 'Hats', count: 1 },
  ]);
});
