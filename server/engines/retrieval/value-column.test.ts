import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createValueColumn } from './value-column.ts';

test('says of each slot what was added to it and not taken again, whatever was there in between', () => {
  const step = fc.record({ slot: fc.nat(5), list: fc.nat(4), isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const column = createValueColumn();
      const plain = new Map<number, Set<number>>();
      for (const { slot, list, isAdded } of steps) {
        const own = plain.get(slot) ?? new Set();
        plain.set(slot, own);
        if (isAdded) {
          column.add(slot, list);
          own.add(list);
        } else {
          column.take(slot, list);
          own.delete(list);
        }
      }
      for (const [slot, own] of plain) {
        expect(column.combinations[column.bySlot[slot]!]).toEqual([...own].sort((a, b) => a - b));
      }
    }),
  );
});

test('keeps a combination once however many listings have it', () => {
  const column = createValueColumn();
  for (let slot = 0; slot < 5000; slot++) for (const list of [slot % 2, 2]) column.add(slot, list);
  expect(column.combinations.length).toBeLessThan(8);
});
