import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankCounter } from './rank-counter.ts';

it('counts how many values are below one of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }), (values) => {
      const countBelow = rankCounter(Float64Array.from(values));
      for (const value of values) expect(countBelow(value)).toBe(values.filter((other) => other < value).length);
    }),
  );
});

it('is off by no more than the values that are nearly equal where there are many', () => {
  const values = Float64Array.from({ length: 10_000 }, (_, index) => 100 + ((index * 7919) % 10_000));
  const countBelow = rankCounter(values);
  for (const value of [100, 140, 1_000, 5_000, 10_099]) {
    expect(countBelow(value)).toBeLessThanOrEqual(value - 100);
    expect(countBelow(value)).toBeGreaterThanOrEqual(Math.floor((value - 100) * 0.992 - 1));
  }
});
