import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSearchIndex, type ListingDocument } from './index.ts';
import { indexOf, language, listing, listings, need } from './test-listings.ts';

test('answers the same whatever order the listings came in and whatever was there before', () => {
  const shuffled = listings.chain((documents) =>
    fc.tuple(fc.constant(documents), fc.shuffledSubarray(documents, { minLength: documents.length })),
  );
  fc.assert(
    fc.property(shuffled, need, listings, ([documents, otherOrder], wanted, earlier) => {
      const request = { need: wanted, limit: 100, nearMisses: 5, facets: ['colour', 'size', 'price'] };
      const fresh = indexOf(documents);
      const used = indexOf(earlier.map((document) => ({ ...document, id: `earlier-${document.id}` })));
      for (const document of otherOrder) used.put({ ...document, title: 'something else' });
      for (const { id } of earlier) used.remove(`earlier-${id}`);
      for (const document of otherOrder) used.put(document);
      expect(used.search(request)).toEqual(fresh.search(request));
      expect(used.similarTo('l0', 5)).toEqual(fresh.similarTo('l0', 5));
    }),
  );
});

test('is after any puts, changes and removals what it would be if it had been filled with the rest alone', () => {
  const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), is: fc.option(listing, { freq: 3 }) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 24 }), need, (changes, wanted) => {
      const index = createSearchIndex(language);
      const rest = new Map<string, ListingDocument>();
      for (const { id, is } of changes) {
        if (is) {
          rest.set(id, { ...is, id });
          index.put({ ...is, id });
        } else {
          rest.delete(id);
          index.remove(id);
        }
        // Sets that are made on demand must follow later changes.
        index.search({ need: wanted, nearMisses: 5, facets: ['colour', 'size', 'brand'] });
      }
      const fresh = indexOf([...rest.values()]);
      const request = { need: wanted, limit: 100, nearMisses: 5, facets: ['colour', 'size', 'brand', 'price'] };
      expect(index.search(request)).toEqual(fresh.search(request));
      expect(index.suggest('b', 5)).toEqual(fresh.suggest('b', 5));
      expect([...index.vocabulary().brands].sort()).toEqual([...fresh.vocabulary().brands].sort());
      expect(index.size).toBe(fresh.size);
    }),
  );
});

test('never finds a listing again once it is removed or sold', () => {
  fc.assert(
    fc.property(listings, need, fc.nat(), fc.boolean(), (documents, wanted, pick, sold) => {
      const index = indexOf(documents);
      const gone = documents[pick % documents.length]!;
      if (sold) index.put({ ...gone, available: false });
      else index.remove(gone.id);
      const { hits, nearMisses } = index.search({ need: wanted, limit: 100, nearMisses: 20 });
      expect([...hits, ...nearMisses].map(({ id }) => id)).not.toContain(gone.id);
      expect(index.similarTo(documents[0]!.id, 50).map(({ id }) => id)).not.toContain(gone.id);
    }),
  );
});
