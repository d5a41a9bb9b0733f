import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';
import { createLetterIndex } from './letter-index.ts';

it('finds every word of the same first letter within the distance, and no other', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, fc.constantFrom(1, 2), (words, typed, allowed) => {
      const letters = createLetterIndex(words);
      for (const list of words.keys()) letters.add(list);
      const found = letters.within(typed, allowed).map(({ list }) => words[list]!);
      const near = words.filter((one) => one[0] === typed[0] && editDistance(typed, one, allowed) <= allowed);
      expect(found.sort()).toEqual(near.sort());
    }),
  );
});
