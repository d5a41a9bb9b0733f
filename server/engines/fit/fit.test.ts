import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Fit, type FitReport, fitNear, summariseFit } from './index.ts';

const report = (fit: Fit, size: string | null = null, heightCm: number | null = null): FitReport => ({
  fit,
  size,
  heightCm,
});
const sum = (counts: Record<Fit, number>) => counts.small + counts.true + counts.large;

const anyReport = fc.record({
  fit: fc.constantFrom<Fit>('small', 'true', 'large'),
  size: fc.constantFrom(null, '', 'M', 'INT M', 'medium', 'US 8', 'us 8', 'EU 38', 'W30/L32', 'ONE SIZE'),
  heightCm: fc.option(fc.integer({ min: 140, max: 205 }), { nil: null }),
});

describe('how a style fits', () => {
  test('two reports say nothing, three are summed up', () => {
    expect(summariseFit([report('true'), report('small')])).toBeNull();
    expect(summariseFit([report('true'), report('small'), report('true')])).toEqual({
      overall: { small: 1, true: 2, large: 0 },
      bySize: [],
      byHeight: [],
    });
  });

  test('one size written in several ways is one size, and letters stand before their system', () => {
    const summary = summariseFit([report('true', 'INT M'), report('small', 'm'), report('true', 'Medium')]);
    expect(summary?.bySize).toEqual([{ size: 'M', counts: { small: 1, true: 2, large: 0 } }]);
  });

  test('sizes go from the smallest on, numbers as numbers and letters as letters', () => {
    const thrice = (size: string) => [report('true', size), report('true', size), report('true', size)];
    const summary = summariseFit(['INT XL', 'INT S', 'INT M', 'INT XS'].flatMap(thrice));
    expect(summary?.bySize.map(({ size }) => size)).toEqual(['XS', 'S', 'M', 'XL']);
    const numbers = summariseFit(['US 10', 'US 8.5', 'US 8'].flatMap(thrice));
    expect(numbers?.bySize.map(({ size }) => size)).toEqual(['US 8', 'US 8.5', 'US 10']);
  });

  test('heights are told in bands of ten centimetres, and a lone tall owner is left out', () => {
    const summary = summariseFit([
      report('true', null, 160),
      report('small', null, 169),
      report('true', null, 164),
      report('large', null, 191),
    ]);
    expect(summary?.byHeight).toEqual([{ fromCm: 160, toCm: 169, counts: { small: 1, true: 2, large: 0 } }]);
  });

  test('every count of any set of reports can be recounted from it', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 60 }), (reports) => {
        const summary = summariseFit(reports);
        if (reports.length < 3) {
          expect(summary).toBeNull();
          return;
        }
        expect(sum(summary!.overall)).toBe(reports.length);
        for (const { fromCm, toCm, counts } of summary!.byHeight) {
          const group = reports.filter(({ heightCm }) => heightCm !== null && heightCm >= fromCm && heightCm <= toCm);
          expect(group.length).toBeGreaterThanOrEqual(3);
          for (const fit of ['small', 'true', 'large'] as const)
            expect(counts[fit]).toBe(group.filter((one) => one.fit === fit).length);
        }
        const spellings: Record<string, string[]> = {
          M: ['M', 'INT M', 'medium'],
          'US 8': ['US 8', 'us 8'],
          'EU 38': ['EU 38'],
          'W30/L32': ['W30/L32'],
          'ONE SIZE': ['ONE SIZE'],
        };
        for (const [size, written] of Object.entries(spellings)) {
          const group = reports.filter((one) => one.size !== null && written.includes(one.size));
          const told = summary!.bySize.find((one) => one.size === size);
          if (group.length < 3) expect(told).toBeUndefined();
          else expect(sum(told!.counts)).toBe(group.length);
        }
      }),
    );
  });
});

describe('owners about as tall as the reader', () => {
  const owners = [
    report('true', 'US 8', 165),
    report('true', 'us 8', 168),
    report('true', 'US 8', 170),
    report('small', 'US 6', 172),
    report('large', 'US 12', 190),
  ];

  test('are those within five centimetres, with the size most of the contented bought', () => {
    expect(fitNear(owners, 168)).toEqual({
      fromCm: 163,
      toCm: 173,
      counts: { small: 1, true: 3, large: 0 },
      mostBought: { size: 'US 8', count: 3 },
    });
  });

  test('are not spoken of under three', () => {
    expect(fitNear(owners, 190)).toBeNull();
    expect(fitNear([], 170)).toBeNull();
  });

  test('have no size in common where two are bought as often', () => {
    const divided = ['US 8', 'US 10'].flatMap((size) => [1, 2, 3].map(() => report('true', size, 170)));
    expect(fitNear(divided, 170)?.mostBought).toBeNull();
  });
});
