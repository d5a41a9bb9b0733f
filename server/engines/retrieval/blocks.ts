/**
 * Memory for many small arrays of words: blocks in powers of two, cut from pages and given back to a free list by
 * size class. Nothing is ever moved behind a holder's back and there is no compaction.
 */
export type Blocks = {
  /** A block of at least `words` words: its page and where it begins there. */
  allocate(sizeClass: number): { page: number; offset: number };
  release(sizeClass: number, page: number, offset: number): void;
  page(page: number): Uint32Array;
  bytes(): number;
};

const PAGE_WORDS = 1 << 17;

/** @param unit words in a block of size class 0; class `n` has `unit * 2^n`. */
export function createBlocks(unit: number): Blocks {
  const pages: Uint32Array[] = [];
  /** Blocks given back, by size class: `[page, offset, page, offset, ...]`. */
  const free: number[][] = [];
  let fillPage = -1;
  let fillOffset = 0;

  return {
    allocate(sizeClass) {
      const spare = free[sizeClass];
      if (spare && spare.length > 0) {
        const offset = spare.pop()!;
        return { page: spare.pop()!, offset };
      }
      const words = unit * 2 ** sizeClass;
      if (words > PAGE_WORDS) {
        pages.push(new Uint32Array(words));
        return { page: pages.length - 1, offset: 0 };
      }
      if (fillPage < 0 || fillOffset + words > PAGE_WORDS) {
        pages.push(new Uint32Array(PAGE_WORDS));
        fillPage = pages.length - 1;
        fillOffset = 0;
      }
      fillOffset += words;
      return { page: fillPage, offset: fillOffset - words };
    },
    release(sizeClass, page, offset) {
      free[sizeClass] ??= [];
      free[sizeClass].push(page, offset);
    },
    page: (page) => pages[page]!,
    bytes: () => pages.reduce((sum, page) => sum + page.byteLength, 0),
  };
}
