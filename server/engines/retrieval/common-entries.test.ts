import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSlot, emptySet } from './bitset.ts';
import { commonEntries } from './common-entries.ts';
import { createPostings } from './postings.ts';

test('finds the entries of a list that are in a set, whichever of the two is longer', () => {
  const slots = (most: number) => fc.uniqueArray(fc.nat(4000), { maxLength: most });
  fc.assert(
    fc.property(fc.oneof(slots(20), slots(3000)), fc.oneof(slots(3), slots(800)), (listed, wanted) => {
      const postings = createPostings(2);
      const list = postings.create();
      for (const slot of listed) postings.insert(list, slot, slot + 7);
      const set = emptySet(4001);
      for (const slot of wanted) addSlot(set, slot);
      const places = commonEntries(postings, list, set, wanted.length);
      const page = postings.page(list);
      const found = Array.from(places, (at) => [page[at], page[at + 1]]);
      const both = listed.filter((slot) => wanted.includes(slot)).sort((a, b) => a - b);
      expect(found).toEqual(both.map((slot) => [slot, slot + 7]));
    }),
    { numRuns: 60 },
  );
});
