import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Constraint } from '#engines/language';
import { categories, holds, indexOf, is, listings, need } from './test-listings.ts';

test('finds exactly the available listings that hold everything that must hold', () => {
  fc.assert(
    fc.property(listings, need, fc.constantFrom(...categories), (documents, wanted, category) => {
      const others = wanted.must.filter(({ facet }) => facet !== 'category');
      const must = [is('category', [category]), ...others];
      const found = indexOf(documents).search({ need: { ...wanted, must }, limit: 100 });
      const expected = documents.filter(
        (document) => document.available !== false && must.every((one) => holds(document, one)),
      );
      expect(found.hits.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      expect(found.total).toBe(expected.length);
    }),
  );
});

test('never lets words break or empty what must hold', () => {
  fc.assert(
    fc.property(listings, need, fc.string({ maxLength: 12 }), (documents, wanted, word) => {
      fc.pre(wanted.must.length > 0);
      const terms = [...wanted.terms, word];
      const { hits } = indexOf(documents).search({ need: { ...wanted, terms }, text: terms.join(' '), limit: 100 });
      const expected = documents.filter(
        (document) => document.available !== false && wanted.must.every((one) => holds(document, one)),
      );
      const fitting = new Set(expected.map(({ id }) => id));
      expect(hits.every(({ id }) => fitting.has(id))).toBe(true);
      expect(hits.length > 0).toBe(expected.length > 0);
    }),
  );
});

test('offers near misses that break one or two bendable constraints and are not results', () => {
  fc.assert(
    fc.property(listings, need, (documents, wanted) => {
      const { hits, nearMisses } = indexOf(documents).search({ need: wanted, limit: 100, nearMisses: 20 });
      const results = new Set(hits.map(({ id }) => id));
      for (const { id, bends } of nearMisses) {
        const document = documents.find((one) => one.id === id)!;
        expect(results.has(id)).toBe(false);
        expect(document.available).not.toBe(false);
        const broken = wanted.must.filter((one) => !holds(document, one));
        expect(broken.map(({ key }) => key).sort()).toEqual(bends.map(({ key }) => key).sort());
        expect(broken.every(({ bendable }) => bendable)).toBe(true);
        expect(bends.length === 1 || bends.length === 2).toBe(true);
        if (bends.some(({ facet }) => facet === 'category')) expect(bends).toHaveLength(1);
      }
    }),
  );
});

test('searches a catalogue without categories by the words for the kind of thing', () => {
  const index = indexOf([
    { id: 'bag', title: 'Small bag' },
    { id: 'for-bags', title: 'Stand for a bag' },
    { id: 'lamp', title: 'Lamp' },
  ]);
  const must = [{ ...is('category', ['handbags']), span: { start: 0, end: 3 } }];
  const { hits } = index.search({ need: { must, wishes: [], terms: ['bag'] }, text: 'bag' });
  expect(hits.map(({ id }) => id)).toEqual(['bag', 'for-bags']);
});

test('takes hardly ever stated facets as words where listings are not sorted into categories', () => {
  const index = indexOf([
    { id: 'lamp', title: 'Black lamp' },
    { id: 'door', title: 'Steel storm door' },
    { id: 'glass-door', title: 'Black steel storm door' },
  ]);
  const must = [{ ...is('colour', ['black']), span: { start: 0, end: 5 } }];
  const text = 'black storm door';
  const { hits } = index.search({ need: { must, wishes: [], terms: [text] }, text });
  expect(hits.slice(0, 2).map(({ id }) => id)).toEqual(['glass-door', 'door']);
});

test('finds a listing by the other names of what it states', () => {
  const index = indexOf([
    { id: 'with', title: 'a', category: 'coats', attributes: { pockets: true } },
    { id: 'without', title: 'b', category: 'coats', attributes: { pockets: false } },
  ]);
  const find = (constraint: Constraint): string[] =>
    index.search({ need: { must: [constraint], wishes: [], terms: [] } }).hits.map(({ id }) => id);
  expect(find(is('details', ['pockets']))).toEqual(['with']);
  expect(find({ ...is('details', ['pockets']), operator: 'is-not' })).toEqual(['without']);
});

test('does not take what a title is made for for what it is', () => {
  const catalogue = ['a', 'b', 'c'].map((id) => ({ id, title: 'thing', category: 'coats' }));
  const index = indexOf([...catalogue, { id: 'for', title: 'Hook for handbags' }, { id: 'is', title: 'Red handbags' }]);
  const { hits } = index.search({ need: { must: [is('category', ['handbags'])], wishes: [], terms: [] } });
  expect(hits.map(({ id }) => id)).toEqual(['is']);
});

test('hides the listings of blocked closets', () => {
  const index = indexOf([
    { id: 'a', title: 'bag', closetId: 'anna' },
    { id: 'b', title: 'bag', closetId: 'ben' },
  ]);
  const found = index.search({ need: { must: [], wishes: [], terms: ['bag'] }, withoutClosets: new Set(['anna']) });
  expect(found.hits.map(({ id }) => id)).toEqual(['b']);
});
