import type { Term } from './analyse.ts';
import { resized } from './blocks.ts';
import { createSlotLists, type SlotLists } from './slot-lists.ts';

/**
 * Titles as words of the vocabulary, in order, and what the catalogue's titles teach about each word: how often it
 * ends a noun phrase. A word that usually ends one is what things are ("case"); one that seldom does says what
 * they are for ("notebook" in "notebook case").
 */
export type TitleStore = {
  /** Replaces the slot's title. */
  put(slot: number, terms: readonly TitleTerm[]): void;
  remove(slot: number): void;
  /** Gives an empty slot the words of a title as `page` holds them. */
  restore(slot: number, words: Uint32Array): void;
  /** 0..1: how often the word ends a noun phrase of a title, smoothed towards a half. */
  headness(list: number): number;
} & Pick<SlotLists, 'page' | 'offset' | 'length' | 'bytes'>;

export type TitleTerm = { list: number; term: Term; isAttribute: boolean };

const LIST_BITS = 24;
const LIST_MASK = (1 << LIST_BITS) - 1;
const BOUNDARY_BEFORE = 1 << 24;
const NUMBER = 1 << 25;
const CODE = 1 << 26;
const ATTRIBUTE = 1 << 27;
const PREPOSITION_BEFORE = 1 << 28;

export const listOf = (word: number): number => word & LIST_MASK;
export const isAfterBoundary = (word: number): boolean => (word & BOUNDARY_BEFORE) !== 0;
export const isAfterPreposition = (word: number): boolean => (word & PREPOSITION_BEFORE) !== 0;
export const isNumber = (word: number): boolean => (word & NUMBER) !== 0;
export const isCode = (word: number): boolean => (word & CODE) !== 0;
export const isAttribute = (word: number): boolean => (word & ATTRIBUTE) !== 0;

const LONGEST_TITLE = 48;
/** As if every word had been seen this often, half of the times at the end. */
const PRIOR = 4;

export function createTitleStore(): TitleStore {
  const titles = createSlotLists();
  let seen = new Uint32Array(8192);
  let ended = new Uint32Array(8192);

  function learn(slot: number, step: 1 | -1): void {
    const words = titles.page(slot);
    const start = titles.offset(slot);
    const end = start + titles.length(slot);
    for (let at = start; at < end; at++) {
      const word = words[at]!;
      if (isNumber(word) || isCode(word)) continue;
      const list = listOf(word);
      if (list >= seen.length) {
        const size = Math.max(list + 1, seen.length * 2);
        seen = resized(seen, new Uint32Array(size));
        ended = resized(ended, new Uint32Array(size));
      }
      seen[list]! += step;
      if (at + 1 === end || endsPhraseBefore(words[at + 1]!)) ended[list]! += step;
    }
  }

  function remove(slot: number): void {
    learn(slot, -1);
    titles.clear(slot);
  }

  function restore(slot: number, words: ArrayLike<number>): void {
    titles.set(slot, words);
    learn(slot, 1);
  }

  return {
    put(slot, terms) {
      remove(slot);
      restore(slot, terms.slice(0, LONGEST_TITLE).map(wordOf));
    },
    remove,
    restore,
    page: titles.page,
    offset: titles.offset,
    length: titles.length,
    headness: (list) => (list < seen.length ? (ended[list]! + PRIOR / 2) / (seen[list]! + PRIOR) : 0.5),
    bytes: () => titles.bytes() + seen.length * 8,
  };
}

function wordOf({ list, term, isAttribute }: TitleTerm): number {
  return (
    list |
    (term.boundary !== 'none' ? BOUNDARY_BEFORE : 0) |
    (term.boundary === 'preposition' ? PREPOSITION_BEFORE : 0) |
    (term.kind === 'number' ? NUMBER : 0) |
    (term.kind === 'code' ? CODE : 0) |
    (isAttribute ? ATTRIBUTE : 0)
  );
}

/** Whether a noun phrase is over when this word comes next. */
export function endsPhraseBefore(next: number): boolean {
  return isAfterBoundary(next) || isNumber(next) || isAttribute(next);
}
