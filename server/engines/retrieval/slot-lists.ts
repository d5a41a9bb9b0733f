import { createBlocks, resized, roomFor } from './blocks.ts';

/** A short array of words for each slot: what a listing is made of, so that it can be taken out again without its text. */
export type SlotLists = {
  /** Replaces what the slot had. */
  set(slot: number, words: ArrayLike<number>): void;
  clear(slot: number): void;
  /** The words that hold the slot's array; its entries stand at `offset(slot)` and on, `length(slot)` of them. */
  page(slot: number): Uint32Array;
  offset(slot: number): number;
  length(slot: number): number;
  bytes(): number;
};

const NO_BLOCK = -1;
const EMPTY_PAGE = new Uint32Array(0);

export function createSlotLists(): SlotLists {
  const blocks = createBlocks();
  let pageOf = new Int32Array(2048).fill(NO_BLOCK);
  let offsetOf = new Uint32Array(2048);
  let lengthOf = new Uint16Array(2048);

  function makeRoom(slot: number): void {
    if (slot < pageOf.length) return;
    const size = Math.max(slot + 1, pageOf.length * 2);
    pageOf = resized(pageOf, new Int32Array(size).fill(NO_BLOCK));
    offsetOf = resized(offsetOf, new Uint32Array(size));
    lengthOf = resized(lengthOf, new Uint16Array(size));
  }

  function clear(slot: number): void {
    if (slot >= pageOf.length || pageOf[slot] === NO_BLOCK) return;
    blocks.release(roomFor(lengthOf[slot]!), pageOf[slot]!, offsetOf[slot]!);
    pageOf[slot] = NO_BLOCK;
    lengthOf[slot] = 0;
  }

  return {
    set(slot, words) {
      makeRoom(slot);
      if (words.length !== lengthOf[slot] || pageOf[slot] === NO_BLOCK) {
        clear(slot);
        if (words.length === 0) return;
        const { page, offset } = blocks.allocate(words.length);
        pageOf[slot] = page;
        offsetOf[slot] = offset;
        lengthOf[slot] = words.length;
      }
      blocks.page(pageOf[slot]!).set(words, offsetOf[slot]!);
    },
    clear,
    page: (slot) => (slot >= pageOf.length || pageOf[slot] === NO_BLOCK ? EMPTY_PAGE : blocks.page(pageOf[slot]!)),
    offset: (slot) => (slot < offsetOf.length ? offsetOf[slot]! : 0),
    length: (slot) => (slot < lengthOf.length ? lengthOf[slot]! : 0),
    bytes: () => blocks.bytes() + pageOf.length * 10,
  };
}
