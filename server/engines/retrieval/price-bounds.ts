import { resized } from './blocks.ts';

/**
 * For each currency and each run of `SLOTS_A_BLOCK` slots, between what its prices lie: never tighter than they are, for
 * prices that go leave their mark. Whoever looks for the lowest of many need not look where none can be lower.
 */
export type PriceBounds = {
  /** Widens the bounds of the slot's block; `currency` is a number from 0 on. */
  add(slot: number, currency: number, price: number): void;
  /** Whether the block may have a price in the currency that is below `lowest` or above `highest`. */
  mayExceed(block: number, currency: number, lowest: number, highest: number): boolean;
};

/** A whole number of words of a set. */
export const SLOTS_A_BLOCK = 1024;

type Column = { lowest: Float64Array; highest: Float64Array };

export function createPriceBounds(): PriceBounds {
  const columns: Column[] = [];

  function columnFor(currency: number, block: number): Column {
    while (columns.length <= currency) columns.push({ lowest: new Float64Array(0), highest: new Float64Array(0) });
    const known = columns[currency]!;
    if (block < known.lowest.length) return known;
    const blocks = Math.max(64, 2 ** Math.ceil(Math.log2(block + 1)));
    const wider = {
      lowest: resized(known.lowest, new Float64Array(blocks).fill(Number.POSITIVE_INFINITY)),
      highest: resized(known.highest, new Float64Array(blocks).fill(Number.NEGATIVE_INFINITY)),
    };
    columns[currency] = wider;
    return wider;
  }

  return {
    add(slot, currency, price) {
      const block = Math.floor(slot / SLOTS_A_BLOCK);
      const { lowest, highest } = columnFor(currency, block);
      if (price < lowest[block]!) lowest[block] = price;
      if (price > highest[block]!) highest[block] = price;
    },
    mayExceed(block, currency, lowest, highest) {
      const column = columns[currency];
      if (column === undefined || block >= column.lowest.length) return false;
      return column.lowest[block]! < lowest || column.highest[block]! > highest;
    },
  };
}
