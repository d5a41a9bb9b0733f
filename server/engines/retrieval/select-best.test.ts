import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createListingStore } from './listing-store.ts';
import { inOrder, selectBest } from './select-best.ts';
import { keyOf } from './sort-key.ts';

test('chooses of thousands the ones that sorting all of them by key, age and id would put first', () => {
  const listing = fc.record({ key: fc.integer({ min: 0, max: 6 }), listedAt: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(listing, { minLength: 1500, maxLength: 4000 }), fc.nat(30), (all, limit) => {
      const store = createListingStore();
      for (const [slot, { listedAt }] of all.entries()) store.place({ id: `l${(slot * 7919) % 10_007}`, listedAt });
      const key = keyOf((slot) => all[slot]!.key);
      const slots = Uint32Array.from(all.keys());
      const sorted = inOrder([...slots], key, store);
      expect(inOrder(selectBest(slots, limit, key, store), key, store)).toEqual(sorted.slice(0, limit));
    }),
    { numRuns: 20 },
  );
});
