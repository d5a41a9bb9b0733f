import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSearchIndex } from './index.ts';
import { is, language } from './test-listings.ts';

test('tells the range of prices of what was found after prices have changed and listings have gone', () => {
  const change = fc.record({ id: fc.nat(40), minor: fc.option(fc.integer({ min: 1, max: 9999 }), { freq: 4 }) });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 200 }), (changes) => {
      const index = createSearchIndex(language);
      // More than a block of others, of which none may be told of.
      for (let other = 0; other < 1100; other++) {
        index.put({ id: `other${other}`, title: 'coat', category: 'coats', price: { minor: 20_000, currency: 'EUR' } });
      }
      const prices = new Map<number, number>();
      for (const { id, minor } of changes) {
        if (minor === null) {
          prices.delete(id);
          index.remove(`l${id}`);
          continue;
        }
        prices.set(id, minor);
        const bag = { id: `l${id}`, title: 'bag', category: 'handbags' };
        index.put({ ...bag, price: { minor, currency: 'EUR' } });
      }
      const need = { must: [is('category', ['handbags'])], wishes: [], terms: [] };
      const { priceRange } = index.search({ need, facets: ['price'] });
      const left = [...prices.values()];
      const expected = { min: Math.min(...left), max: Math.max(...left), currency: 'EUR' };
      expect(priceRange).toEqual(left.length > 0 ? expected : undefined);
    }),
    { numRuns: 25 },
  );
});
