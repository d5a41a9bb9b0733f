import { stem } from '#engines/language';
import { createLetterIndex } from './letter-index.ts';
import { createPostings, type Postings } from './postings.ts';
import { createSortedTerms } from './sorted-terms.ts';

/** The words of the index: each is a posting list; lookups by exact text, by prefix and within a few typing errors. */
export type Vocabulary = {
  readonly postings: Postings;
  /** The term's list, or undefined where no listing has it. */
  find(term: string): number | undefined;
  /** The term's list, made if needed. */
  enter(term: string): number;
  /** Makes a new term's list with its entries. */
  restore(term: string, entries: Uint32Array): number;
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
const SHORTEST_WORD = 3;
/** Beside its characters: the string's header, its place in the tables of texts, words, stems and letters. */
const BYTES_PER_TERM = 110;

export function createVocabulary(): Vocabulary {
  const postings = createPostings(2);
  const lists = new Map<string, number>();
  const texts: string[] = [];
  const letters = createLetterIndex(texts);
  const sorted = createSortedTerms(texts);
  /** Words by stem. */
  const stems = new Map<string, number[]>();
  let characters = 0;

  function name(list: number, term: string): void {
    lists.set(term, list);
    texts.push(term);
    sorted.add(list);
    characters += term.length;
    if (term.length < SHORTEST_WORD || !LETTERS_ONLY.test(term)) return;
    letters.add(list);
    const root = stem(term);
    const kin = stems.get(root);
    if (kin) kin.push(list);
    else stems.set(root, [list]);
  }

  function frequency(list: number): number {
    return postings.length(list);
  }

  function byFrequency(a: number, b: number): number {
    return frequency(b) - frequency(a) || (texts[a]! < texts[b]! ? -1 : 1);
  }

  return {
    postings,
    find(term) {
      const list = lists.get(term);
      return list !== undefined && frequency(list) > 0 ? list : undefined;
    },
    enter(term) {
      const known = lists.get(term);
      if (known !== undefined) return known;
      const list = postings.create();
      name(list, term);
      return list;
    },
    restore(term, entries) {
      const list = postings.restore(entries);
      name(list, term);
      return list;
    },
    text: (list) => texts[list]!,
    frequency,
    startingWith: (prefix, limit) => sorted.startingWith(prefix, limit, frequency, byFrequency),
    resembling(word, limit) {
      const allowed = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
      if (allowed === 0 || !LETTERS_ONLY.test(word)) return [];
      return letters
        .within(word, allowed)
        .filter(({ list }) => frequency(list) > 0)
        .sort((a, b) => a.distance - b.distance || byFrequency(a.list, b.list))
        .slice(0, limit);
    },
    sharingStem: (word) => (stems.get(stem(word)) ?? []).filter((list) => texts[list] !== word && frequency(list) > 0),
    get size() {
      return lists.size;
    },
    bytes: () => postings.bytes() + characters + lists.size * BYTES_PER_TERM,
  };
}
