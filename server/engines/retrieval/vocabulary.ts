import { stem } from '#engines/language';
import { createPostings, type Postings } from './postings.ts';

/** The words of the index: each is a posting list; lookups by exact text, by prefix and within a few typing errors. */
export type Vocabulary = {
  readonly postings: Postings;
  /** The term's list, or undefined where no listing has it. */
  find(term: string): number | undefined;
  /** The term's list, made if needed. */
  enter(term: string): number;
  text(list: number): string;
  /** In how many listings the term occurs. */
  frequency(list: number): number;
  /** Lists of living terms that begin with `prefix`, most frequent first. */
  startingWith(prefix: string, limit: number): number[];
  /** Lists of living words within a bounded edit distance, nearest first, then most frequent. */
  resembling(word: string, limit: number): { list: number; distance: number }[];
  /** Lists of living words of the same stem, the word's own left out. */
  sharingStem(word: string): number[];
  readonly size: number;
  bytes(): number;
};

const LETTERS_ONLY = /^\p{L}+$/u;

export function createVocabulary(): Vocabulary {
  const postings = createPostings(2);
  const lists = new Map<string, number>();
  const texts: string[] = [];
  /** Words by first letter and length: where typing errors look. */
  const families = new Map<string, string[]>();
  /** Words by stem. */
  const stems = new Map<string, number[]>();
  /** All terms in order, rebuilt when a prefix is asked for after new terms came in. */
  let sorted: string[] = [];
  let unsorted: string[] = [];
  let characters = 0;

  function enter(term: string): number {
    const known = lists.get(term);
    if (known !== undefined) return known;
    const list = postings.create();
    lists.set(term, list);
    texts.push(term);
    unsorted.push(term);
    characters += term.length;
    if (term.length >= 3 && LETTERS_ONLY.test(term)) {
      const family = `${term[0]}${term.length}`;
      const members = families.get(family);
      if (members) members.push(term);
      else families.set(family, [term]);
      const root = stem(term);
      const kin = stems.get(root);
      if (kin) kin.push(list);
      else stems.set(root, [list]);
    }
    return list;
  }

  function frequency(list: number): number {
    return postings.length(list);
  }

  function byFrequency(a: number, b: number): number {
    return frequency(b) - frequency(a) || (texts[a]! < texts[b]! ? -1 : 1);
  }

  function startingWith(prefix: string, limit: number): number[] {
    if (unsorted.length > 0) {
      unsorted.sort();
      sorted = mergeSorted(sorted, unsorted);
      unsorted = [];
    }
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < prefix) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; at < sorted.length && sorted[at]!.startsWith(prefix); at++) {
      const list = lists.get(sorted[at]!)!;
      if (frequency(list) > 0) found.push(list);
    }
    return found.sort(byFrequency).slice(0, limit);
  }

  function resembling(word: string, limit: number): { list: number; distance: number }[] {
    const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (allowed === 0 || !LETTERS_ONLY.test(word)) return [];
    const found: { list: number; distance: number }[] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const candidate of families.get(`${word[0]}${length}`) ?? []) {
        const list = lists.get(candidate)!;
        if (frequency(list) === 0) continue;
        const distance = editDistance(word, candidate, allowed);
        if (distance <= allowed) found.push({ list, distance });
      }
    }
    return found.sort((a, b) => a.distance - b.distance || byFrequency(a.list, b.list)).slice(0, limit);
  }

  return {
    postings,
    find: (term) => {
      const list = lists.get(term);
      return list !== undefined && frequency(list) > 0 ? list : undefined;
    },
    enter,
    text: (list) => texts[list]!,
    frequency,
    startingWith,
    resembling,
    sharingStem: (word) => (stems.get(stem(word)) ?? []).filter((list) => texts[list] !== word && frequency(list) > 0),
    get size() {
      return lists.size;
    },
    bytes: () => postings.bytes() + characters + lists.size * 72,
  };
}

function mergeSorted(left: string[], right: string[]): string[] {
  if (left.length === 0) return right;
  const merged: string[] = [];
  let at = 0;
  for (const term of right) {
    while (at < left.length && left[at]! < term) merged.push(left[at++]!);
    merged.push(term);
  }
  while (at < left.length) merged.push(left[at++]!);
  return merged;
}

let previousRow = new Uint8Array(64);
let currentRow = new Uint8Array(64);
let olderRow = new Uint8Array(64);

/** Optimal string alignment (Damerau-Levenshtein without repeated edits), cut off above `most`. */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most || right.length > 62) return most + 1;
  for (let column = 0; column <= right.length; column++) previousRow[column] = column;
  for (let row = 1; row <= left.length; row++) {
    currentRow[0] = row;
    let best = row;
    const letter = left.charCodeAt(row - 1);
    for (let column = 1; column <= right.length; column++) {
      const other = right.charCodeAt(column - 1);
      let cost = previousRow[column - 1]! + (letter === other ? 0 : 1);
      cost = Math.min(cost, previousRow[column]! + 1, currentRow[column - 1]! + 1);
      if (row > 1 && column > 1 && letter === right.charCodeAt(column - 2) && left.charCodeAt(row - 2) === other) {
        cost = Math.min(cost, olderRow[column - 2]! + 1);
      }
      currentRow[column] = cost;
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    const spare = olderRow;
    olderRow = previousRow;
    previousRow = currentRow;
    currentRow = spare;
  }
  return previousRow[right.length]!;
}
