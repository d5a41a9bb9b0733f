import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Constraint, Need } from '#engines/language';
import { colours, indexOf, is, listings } from './test-listings.ts';

test("puts children's pieces behind the same for adults unless a child is spoken of", () => {
  const index = indexOf([
    {
      id: 'girl',
      title: 'Red coat with a bow',
      category: 'coats',
      department: 'children',
      attributes: { colour: 'red' },
      listedAt: 2,
    },
    { id: 'woman', title: 'Red coat', category: 'coats', department: 'women', listedAt: 1 },
  ]);
  const find = (need: Need, text: string, filters: Constraint[] = []): string[] =>
    index.search({ need, text, filters }).hits.map(({ id }) => id);
  const need = { must: [is('category', ['coats'])], wishes: [], terms: [] };
  expect(find(need, 'red coat')).toEqual(['woman', 'girl']);
  const wish = {
    key: 'colour:red',
    facet: 'colour',
    value: 'red',
    grantedBy: [{ facet: 'colour', value: 'red', weight: 1 }],
  };
  expect(find({ ...need, wishes: [wish] }, 'red coat with a bow')).toEqual(['woman', 'girl']);
  expect(find(need, 'red coat', [is('department', ['children', 'women'])])[0]).toBe('girl');
  const grantedBy = [{ facet: 'department', value: 'children', weight: 1 }];
  const forChild = { ...need, wishes: [{ key: 'recipient:child', facet: 'recipient', value: 'child', grantedBy }] };
  expect(find(forChild, 'red coat')[0]).toBe('girl');
});

test('counts a facet as if its own filter were not set', () => {
  const index = indexOf([
    {
      id: 'a',
      title: 'bag',
      category: 'handbags',
      attributes: { colour: 'red' },
      price: { minor: 500, currency: 'EUR' },
    },
    {
      id: 'b',
      title: 'bag',
      category: 'handbags',
      attributes: { colour: 'blue' },
      price: { minor: 900, currency: 'EUR' },
    },
    {
      id: 'c',
      title: 'coat',
      category: 'coats',
      attributes: { colour: 'red' },
      price: { minor: 100, currency: 'EUR' },
    },
  ]);
  const found = index.search({
    need: { must: [], wishes: [], terms: [] },
    filters: [is('colour', ['red'])],
    facets: ['colour', 'category', 'price'],
  });
  expect(found.hits.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(found.facets.colour).toEqual([
    { value: 'red', count: 2 },
    { value: 'blue', count: 1 },
  ]);
  expect(found.facets.category).toEqual([
    { value: 'coats', count: 1 },
    { value: 'handbags', count: 1 },
  ]);
  expect(found.priceRange).toEqual({ min: 100, max: 500, currency: 'EUR' });
});

test('counts what the results have, be they few or most of all there is', () => {
  fc.assert(
    fc.property(
      listings,
      fc.constantFrom([], ...colours.map((colour) => [is('colour', [colour])])),
      (documents, must) => {
        const index = indexOf(documents);
        const facets = ['category', 'brand'];
        const found = index.search({ need: { must, wishes: [], terms: [] }, limit: 100, facets });
        const byId = new Map(documents.map((document) => [document.id, document]));
        for (const facet of ['category', 'brand'] as const) {
          const counts = new Map<string, number>();
          for (const { id } of found.hits) {
            const value = byId.get(id)![facet];
            if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
          }
          expect(new Map(found.facets[facet]!.map(({ value, count }) => [value, count]))).toEqual(counts);
        }
      },
    ),
  );
});
