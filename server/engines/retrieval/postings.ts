import { createBlocks, resized, roomFor } from './blocks.ts';

/**
 * Posting lists in paged typed arrays. A list is a run of entries sorted by slot, each `width` words wide (the slot
 * first, then its payload). Inserting or removing moves at most one list, never the whole store. A list gives room back
 * once it fills no more than half of it, so that one that comes and goes by an entry does not move each time.
 */
export type Postings = {
  /** Makes an empty list and returns its number. */
  create(): number;
  /** Gives a slot its entry; one that is there gets the new payload. */
  insert(list: number, slot: number, payload: number): void;
  /** Takes a slot out of a list; a slot that is not there changes nothing. */
  remove(list: number, slot: number): void;
  length(list: number): number;
  /** The words that hold the list; entries start at `offset(list)` and are `width` words apart. */
  page(list: number): Uint32Array;
  offset(list: number): number;
  has(list: number, slot: number): boolean;
  /** The payload of a slot's entry; 0 where the slot is not in the list. */
  payload(list: number, slot: number): number;
  readonly width: number;
  /** Number of lists that were made. */
  readonly count: number;
  /** Makes a list of entries that are in order already and returns its number. */
  restore(entries: Uint32Array): number;
  bytes(): number;
};

const NO_BLOCK = -1;
const EMPTY_PAGE = new Uint32Array(0);

export function createPostings(width: 1 | 2): Postings {
  const blocks = createBlocks();
  let count = 0;
  let lengths = new Uint32Array(1024);
  let pageOf = new Int32Array(1024).fill(NO_BLOCK);
  let offsetOf = new Uint32Array(1024);
  /** Words of each list's block. */
  let rooms = new Uint32Array(1024);

  function create(): number {
    if (count === lengths.length) growTables();
    pageOf[count] = NO_BLOCK;
    lengths[count] = 0;
    return count++;
  }

  function growTables(): void {
    const size = lengths.length * 2;
    lengths = resized(lengths, new Uint32Array(size));
    pageOf = resized(pageOf, new Int32Array(size));
    offsetOf = resized(offsetOf, new Uint32Array(size));
    rooms = resized(rooms, new Uint32Array(size));
  }

  function release(list: number): void {
    blocks.release(rooms[list]!, pageOf[list]!, offsetOf[list]!);
    pageOf[list] = NO_BLOCK;
    rooms[list] = 0;
  }

  /** Moves the list where so many entries fit. */
  function moveFor(list: number, entries: number): void {
    const { page, offset } = blocks.allocate(entries * width);
    const from = pageOf[list]!;
    if (from !== NO_BLOCK) {
      const start = offsetOf[list]!;
      const kept = Math.min(entries, lengths[list]!) * width;
      blocks.page(page).set(blocks.page(from).subarray(start, start + kept), offset);
      release(list);
    }
    pageOf[list] = page;
    offsetOf[list] = offset;
    rooms[list] = roomFor(entries * width);
  }

  /** Index of the first entry whose slot is not below `slot`. */
  function lowerBound(list: number, slot: number): number {
    let high = lengths[list]!;
    if (high === 0) return 0;
    const words = blocks.page(pageOf[list]!);
    const start = offsetOf[list]!;
    if (words[start + (high - 1) * width]! < slot) return high;
    let low = 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[start + middle * width]! < slot) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where the slot's entry stands in its page, or -1. */
  function find(list: number, slot: number): number {
    const length = lengths[list]!;
    const index = lowerBound(list, slot);
    if (index === length) return -1;
    const at = offsetOf[list]! + index * width;
    return blocks.page(pageOf[list]!)[at] === slot ? at : -1;
  }

  function insert(list: number, slot: number, payload: number): void {
    const known = find(list, slot);
    if (known >= 0) {
      if (width === 2) blocks.page(pageOf[list]!)[known + 1] = payload;
      return;
    }
    const length = lengths[list]!;
    if ((length + 1) * width > rooms[list]!) moveFor(list, length + 1);
    const words = blocks.page(pageOf[list]!);
    const start = offsetOf[list]!;
    const at = start + lowerBound(list, slot) * width;
    const end = start + length * width;
    if (at < end) words.copyWithin(at + width, at, end);
    words[at] = slot;
    if (width === 2) words[at + 1] = payload;
    lengths[list] = length + 1;
  }

  function remove(list: number, slot: number): void {
    const at = find(list, slot);
    if (at < 0) return;
    const length = lengths[list]!;
    const words = blocks.page(pageOf[list]!);
    words.copyWithin(at, at + width, offsetOf[list]! + length * width);
    if (length === 1) release(list);
    else if (roomFor((length - 1) * width) * 2 <= rooms[list]!) moveFor(list, length - 1);
    lengths[list] = length - 1;
  }

  return {
    width,
    get count() {
      return count;
    },
    create,
    insert,
    remove,
    has: (list, slot) => find(list, slot) >= 0,
    payload(list, slot) {
      const at = find(list, slot);
      return at < 0 ? 0 : blocks.page(pageOf[list]!)[at + 1]!;
    },
    length: (list) => lengths[list]!,
    page: (list) => (lengths[list]! === 0 ? EMPTY_PAGE : blocks.page(pageOf[list]!)),
    offset: (list) => offsetOf[list]!,
    restore(entries) {
      const list = create();
      if (entries.length === 0) return list;
      moveFor(list, entries.length / width);
      blocks.page(pageOf[list]!).set(entries, offsetOf[list]!);
      lengths[list] = entries.length / width;
      return list;
    },
    bytes: () => blocks.bytes() + lengths.length * 16,
  };
}
