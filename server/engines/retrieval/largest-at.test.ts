import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largestAt } from './largest-at.ts';

it('finds the value that stands at a rank of the sorted values', () => {
  const some = fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constant(-Infinity), fc.double({ noNaN: true })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(some, fc.nat(), (values, pick) => {
      const rank = pick % values.length;
      const expected = [...values].sort((a, b) => (a === b ? 0 : b > a ? 1 : -1))[rank]!;
      expect(largestAt(Float64Array.from(values), values.length, rank) === expected).toBe(true);
    }),
  );
});
