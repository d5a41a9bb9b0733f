/**
 * Memory for many small arrays of words: blocks cut from pages and given back to a free list by size. Nothing is ever
 * moved behind a holder's back and there is no compaction; a block that fills pages of its own goes back to the heap.
 */
export type Blocks = {
  /** A block of `roomFor(words)` words: its page and where it begins there. */
  allocate(words: number): { page: number; offset: number };
  /** Gives back a block of so many words of room. */
  release(room: number, page: number, offset: number): void;
  page(page: number): Uint32Array;
  bytes(): number;
};

const PAGE_WORDS = 1 << 17;
const EMPTY_PAGE = new Uint32Array(0);

/** Sizes that blocks come in: 1, 2, 3, 4, 6, 8, 12, 16, 24, ... words. */
export function roomFor(words: number): number {
  if (words <= 2) return Math.max(1, words);
  const power = 2 ** (31 - Math.clz32(words - 1));
  return words <= power * 1.5 ? power * 1.5 : power * 2;
}

export function createBlocks(): Blocks {
  const pages: Uint32Array[] = [];
  /** Blocks given back, by room: `[page, offset, page, offset, ...]`. */
  const free = new Map<number, number[]>();
  const unusedPages: number[] = [];
  let fillPage = -1;
  let fillOffset = 0;

  function addPage(words: number): number {
    const page = unusedPages.pop() ?? pages.length;
    pages[page] = new Uint32Array(words);
    return page;
  }

  return {
    allocate(words) {
      const room = roomFor(words);
      if (room > PAGE_WORDS) return { page: addPage(room), offset: 0 };
      const spare = free.get(room);
      if (spare !== undefined && spare.length > 0) {
        const offset = spare.pop()!;
        return { page: spare.pop()!, offset };
      }
      if (fillPage < 0 || fillOffset + room > PAGE_WORDS) {
        fillPage = addPage(PAGE_WORDS);
        fillOffset = 0;
      }
      fillOffset += room;
      return { page: fillPage, offset: fillOffset - room };
    },
    release(room, page, offset) {
      if (room > PAGE_WORDS) {
        pages[page] = EMPTY_PAGE;
        unusedPages.push(page);
        return;
      }
      const spare = free.get(room);
      if (spare) spare.push(page, offset);
      else free.set(room, [page, offset]);
    },
    page: (page) => pages[page]!,
    bytes: () => pages.reduce((sum, page) => sum + page.byteLength, 0),
  };
}

/** A copy of a column with more room. */
export function resized<Column extends { set(source: Column): void }>(source: Column, target: Column): Column {
  target.set(source);
  return target;
}
