import { expect, test } from 'vitest';
import { priceSteps } from './price-steps';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T00:00:00.000Z`;

test('a price that never changed has no steps to draw', () => {
  expect(priceSteps([{ at: day(1), price: usd(500) }], usd(500), day(20))).toEqual([]);
  expect(priceSteps([], usd(500), day(20))).toEqual([]);
});

test('each change of price begins a step, placed in time and height', () => {
  const steps = priceSteps(
    [
      { at: day(11), price: usd(80) },
      { at: day(1), price: usd(100) },
    ],
    usd(80),
    day(21),
  );
  expect(steps).toEqual([
    { at: day(1), price: usd(100), x: 0, y: 0 },
    { at: day(11), price: usd(80), x: 0.5, y: 1 },
  ]);
});

test('steps that follow at once still have room for their labels', () => {
  const history = [1, 2, 3, 30].map((number, index) => ({ at: day(number), price: usd(100 - index) }));
  const places = priceSteps(history, usd(97), day(30)).map((step) => step.x);
  expect(places[0]).toBe(0);
  for (let index = 1; index < places.length; index++)
    expect(places[index]! - places[index - 1]!).toBeGreaterThanOrEqual(0.2 - 1e-9);
  expect(places.at(-1)).toBeLessThanOrEqual(0.8 + 1e-9);
});

test('many steps share the width evenly', () => {
  const history = Array.from({ length: 12 }, (_, index) => ({ at: day(index + 1), price: usd(1200 - index * 10) }));
  const places = priceSteps(history, usd(1090), day(28)).map((step) => step.x);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  expect(Math.max(...places)).toBeLessThan(1);
});
