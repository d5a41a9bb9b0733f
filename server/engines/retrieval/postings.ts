import { createBlocks } from './blocks.ts';

/**
 * Posting lists in paged typed arrays. A list is a run of entries sorted by slot, each `width` words wide (the slot
 * first, then its payload). Inserting or removing moves at most one list, never the whole store.
 */
export type Postings = {
  /** Makes an empty list and returns its number. */
  create(): number;
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
  bytes(): number;
};

const NO_BLOCK = -1;

export function createPostings(width: 1 | 2): Postings {
  const blocks = createBlocks(width);
  let count = 0;
  let lengths = new Uint32Array(1024);
  let pageOf = new Int32Array(1024).fill(NO_BLOCK);
  let offsetOf = new Uint32Array(1024);
  let classOf = new Uint8Array(1024);

  function create(): number {
    if (count === lengths.length) growTables();
    pageOf[count] = NO_BLOCK;
    lengths[count] = 0;
    return count++;
  }

  function growTables(): void {
    const size = lengths.length * 2;
    lengths = copyInto(new Uint32Array(size), lengths);
    pageOf = copyInto(new Int32Array(size), pageOf);
    offsetOf = copyInto(new Uint32Array(size), offsetOf);
    classOf = copyInto(new Uint8Array(size), classOf);
  }

  function release(list: number): void {
    if (pageOf[list] === NO_BLOCK) return;
    blocks.release(classOf[list]!, pageOf[list]!, offsetOf[list]!);
    pageOf[list] = NO_BLOCK;
  }

  function moveTo(list: number, sizeClass: number): void {
    const { page, offset } = blocks.allocate(sizeClass);
    const from = pageOf[list]!;
    if (from !== NO_BLOCK) {
      const start = offsetOf[list]!;
      blocks.page(page).set(blocks.page(from).subarray(start, start + lengths[list]! * width), offset);
      release(list);
    }
    pageOf[list] = page;
    offsetOf[list] = offset;
    classOf[list] = sizeClass;
  }

  /** Index of the first entry whose slot is not below `slot`. */
  function lowerBound(list: number, slot: number): number {
    const words = blocks.page(pageOf[list]!);
    const start = offsetOf[list]!;
    let low = 0;
    let high = lengths[list]!;
    if (high > 0 && words[start + (high - 1) * width]! < slot) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (words[start + middle * width]! < slot) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function insert(list: number, slot: number, payload: number): void {
    const length = lengths[list]!;
    if (pageOf[list] === NO_BLOCK) moveTo(list, 0);
    else if (length === 1 << classOf[list]!) moveTo(list, classOf[list]! + 1);
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
    const length = lengths[list]!;
    if (length === 0) return;
    const words = blocks.page(pageOf[list]!);
    const start = offsetOf[list]!;
    const at = start + lowerBound(list, slot) * width;
    if (at >= start + length * width || words[at] !== slot) return;
    words.copyWithin(at, at + width, start + length * width);
    lengths[list] = length - 1;
    if (length === 1) release(list);
  }

  function has(list: number, slot: number): boolean {
    if (lengths[list]! === 0) return false;
    const at = lowerBound(list, slot);
    return at < lengths[list]! && blocks.page(pageOf[list]!)[offsetOf[list]! + at * width] === slot;
  }

  function payload(list: number, slot: number): number {
    if (!has(list, slot)) return 0;
    return blocks.page(pageOf[list]!)[offsetOf[list]! + lowerBound(list, slot) * width + 1]!;
  }

  return {
    width,
    payload,
    create,
    insert,
    remove,
    has,
    length: (list) => lengths[list]!,
    page: (list) => (lengths[list]! === 0 ? EMPTY_PAGE : blocks.page(pageOf[list]!)),
    offset: (list) => offsetOf[list]!,
    bytes: () => blocks.bytes() + lengths.length * 13,
  };
}

const EMPTY_PAGE = new Uint32Array(0);

function copyInto<Words extends { set(source: Words): void }>(target: Words, source: Words): Words {
  target.set(source);
  return target;
}
