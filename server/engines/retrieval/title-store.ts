import type { Term } from './analyse.ts';
import { createBlocks } from './blocks.ts';

/**
 * Titles as words of the vocabulary, in order, and what the catalogue's titles teach about each word: how often it
 * ends a noun phrase. A word that usually ends one is what things are ("case"); one that seldom does says what
 * they are for ("notebook" in "notebook case").
 */
export type TitleStore = {
  add(slot: number, terms: readonly TitleTerm[]): void;
  remove(slot: number): void;
  /** The words that hold the slot's title; terms stand at `offset(slot)` and on, `length(slot)` of them. */
  page(slot: number): Uint32Array;
  offset(slot: number): number;
  length(slot: number): number;
  /** 0..1: how often the word ends a noun phrase of a title, smoothed towards a half. */
  headness(list: number): number;
  bytes(): number;
};

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
const NO_BLOCK = -1;
/** As if every word had been seen this often, half of the times at the end. */
const PRIOR = 4;

export function createTitleStore(): TitleStore {
  const blocks = createBlocks(4);
  let pageOf = new Int32Array(2048).fill(NO_BLOCK);
  let offsetOf = new Uint32Array(2048);
  let lengthOf = new Uint8Array(2048);
  let seen = new Uint32Array(8192);
  let ended = new Uint32Array(8192);

  function learn(slot: number, step: 1 | -1): void {
    const words = blocks.page(pageOf[slot]!);
    const start = offsetOf[slot]!;
    const end = start + lengthOf[slot]!;
    for (let at = start; at < end; at++) {
      const word = words[at]!;
      if (isNumber(word) || isCode(word)) continue;
      const list = listOf(word);
      seen[list]! += step;
      if (at + 1 === end || endsPhraseBefore(words[at + 1]!)) ended[list]! += step;
    }
  }

  return {
    add(slot, terms) {
      if (slot >= pageOf.length) {
        const size = Math.max(slot + 1, pageOf.length * 2);
        pageOf = resized(pageOf, new Int32Array(size).fill(NO_BLOCK));
        offsetOf = resized(offsetOf, new Uint32Array(size));
        lengthOf = resized(lengthOf, new Uint8Array(size));
      }
      const kept = terms.slice(0, LONGEST_TITLE);
      const { page, offset } = blocks.allocate(sizeClassOf(kept.length));
      const words = blocks.page(page);
      for (const [index, { list, term, isAttribute }] of kept.entries()) {
        words[offset + index] =
          list |
          (term.boundary !== 'none' ? BOUNDARY_BEFORE : 0) |
          (term.boundary === 'preposition' ? PREPOSITION_BEFORE : 0) |
          (term.kind === 'number' ? NUMBER : 0) |
          (term.kind === 'code' ? CODE : 0) |
          (isAttribute ? ATTRIBUTE : 0);
        if (list >= seen.length) {
          seen = resized(seen, new Uint32Array(Math.max(list + 1, seen.length * 2)));
          ended = resized(ended, new Uint32Array(seen.length));
        }
      }
      pageOf[slot] = page;
      offsetOf[slot] = offset;
      lengthOf[slot] = kept.length;
      learn(slot, 1);
    },
    remove(slot) {
      if (slot >= pageOf.length || pageOf[slot] === NO_BLOCK) return;
      learn(slot, -1);
      blocks.release(sizeClassOf(lengthOf[slot]!), pageOf[slot]!, offsetOf[slot]!);
      pageOf[slot] = NO_BLOCK;
      lengthOf[slot] = 0;
    },
    page: (slot) => blocks.page(pageOf[slot]!),
    offset: (slot) => offsetOf[slot]!,
    length: (slot) => lengthOf[slot] ?? 0,
    headness: (list) => (list < seen.length ? (ended[list]! + PRIOR / 2) / (seen[list]! + PRIOR) : 0.5),
    bytes: () => blocks.bytes() + pageOf.length * 9 + seen.length * 8,
  };
}

/** Whether a noun phrase is over when this word comes next. */
export function endsPhraseBefore(next: number): boolean {
  return isAfterBoundary(next) || isNumber(next) || isAttribute(next);
}

function sizeClassOf(length: number): number {
  return Math.max(0, Math.ceil(Math.log2(Math.max(1, length) / 4)));
}

function resized<Words extends { set(source: Words): void }>(source: Words, target: Words): Words {
  target.set(source);
  return target;
}
