import { type Bitset, countSlots } from './bitset.ts';
import { commonEntries } from './common-entries.ts';
import { NOT_IN_TITLE } from './count-terms.ts';
import type { ListingStore } from './listing-store.ts';
import type { Postings } from './postings.ts';
import type { QueryTerm } from './query-terms.ts';
import { ranking } from './ranking.ts';
import {
  attributeCount,
  attributesLength,
  type FieldLengths,
  inBrand,
  inCategory,
  type TextIndex,
  textCount,
  textLength,
  titleCount,
  titleLength,
  titlePosition,
} from './text-index.ts';

/**
 * BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields", 2004): weighted,
 * length-normalised term frequencies of all fields saturate together. A title that says a word twice says no more by it.
 */
const weights = ranking.words;

/** Reused between searches: what the words say of each listing, by slot. */
export type ScoreBoard = {
  /** BM25F over the sum of the terms' information: 0..about 2.2. */
  score: Float64Array;
  /** The share of the information of all words, 0..1; valid where `score` is above 0. */
  matched: Float64Array;
  /**
   * Which term (1-based) was counted last for a slot, so that alternatives count once, and above its eight bits the
   * position in the title where it first stands.
   */
  last: Uint16Array;
  touched: Uint32Array;
  norms: { title: Float64Array; attributes: Float64Array; text: Float64Array };
  touchedCount: number;
};

export function createScoreBoard(): ScoreBoard {
  return {
    score: new Float64Array(0),
    matched: new Float64Array(0),
    last: new Uint16Array(0),
    touched: new Uint32Array(0),
    touchedCount: 0,
    norms: { title: new Float64Array(256), attributes: new Float64Array(256), text: new Float64Array(256) },
  };
}

/** So far behind every position that no word follows it. */
const NO_POSITION = 254;
const TERM_BITS = 8;
const TERM = (1 << TERM_BITS) - 1;

/** Scores every listing of a set that has any of the terms. Clears the board first. */
export function scoreText(
  board: ScoreBoard,
  terms: readonly QueryTerm[],
  { lengths, vocabulary }: TextIndex,
  { capacity, size }: Pick<ListingStore, 'capacity' | 'size'>,
  within: Bitset,
): void {
  clear(board, capacity);
  const averageOf = (sum: number): number => sum / Math.max(1, size);
  lengthNorms(board.norms.title, weights.title, weights.titleB, averageOf(lengths.titleSum));
  lengthNorms(board.norms.attributes, weights.attributes, weights.attributesB, averageOf(lengths.attributesSum));
  lengthNorms(board.norms.text, weights.text, weights.textB, averageOf(lengths.textSum));
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const withinSize = terms.length > 0 ? countSlots(within) : 0;
  for (const [termIndex, term] of terms.entries()) {
    const share = term.weight / total;
    for (const { list, weight } of term.alternatives) {
      scoreList(board, list, { mark: termIndex + 1, share, weight, within, withinSize }, lengths, vocabulary.postings);
    }
  }
}

/** How the listings of one list are scored: for which term (1-based), and how much of all information it has. */
type Scoring = { mark: number; share: number; weight: number; within: Bitset; withinSize: number };

function scoreList(
  board: ScoreBoard,
  list: number,
  { mark, share, weight, within, withinSize }: Scoring,
  lengths: FieldLengths,
  postings: Postings,
): void {
  const { score, matched, last, touched } = board;
  const { title: titleGain, attributes: attributesGain, text: textGain } = board.norms;
  const gainLimit = share * weight;
  const phraseGain = weights.phrase * share;
  const page = postings.page(list);
  const places = commonEntries(postings, list, within, withinSize);
  const { packed } = lengths;
  let { touchedCount } = board;
  for (let index = 0; index < places.length; index++) {
    const at = places[index]!;
    const slot = page[at]!;
    const before = last[slot]!;
    const beforeTerm = before & TERM;
    if (beforeTerm === mark) continue;
    const payload = page[at + 1]!;
    const own = packed[slot]!;
    let frequency = weights.brand * inBrand(payload) + weights.category * inCategory(payload);
    if (titleCount(payload) > 0) frequency += titleGain[titleLength(own)]!;
    const attributes = attributeCount(payload);
    if (attributes > 0) frequency += attributes * attributesGain[attributesLength(own)]!;
    const text = textCount(payload);
    if (text > 0) frequency += text * textGain[textLength(own)]!;
    let gain = gainLimit * (frequency / (weights.k1 + frequency));
    const position = titlePosition(payload);
    if (before === 0) {
      touched[touchedCount++] = slot;
      matched[slot] = gainLimit;
      score[slot] = gain;
    } else {
      matched[slot]! += gainLimit;
      const isNext = position !== NOT_IN_TITLE && position === (before >>> TERM_BITS) + 1;
      if (beforeTerm === mark - 1 && isNext) gain += phraseGain;
      score[slot]! += gain;
    }
    last[slot] = mark | ((position === NOT_IN_TITLE ? NO_POSITION : position) << TERM_BITS);
  }
  board.touchedCount = touchedCount;
}

/** What one occurrence in a field of each length counts (BM25's length normalisation), into the board's own table. */
function lengthNorms(norms: Float64Array, weight: number, b: number, average: number): void {
  const slope = b / Math.max(1, average);
  for (let length = 0; length < norms.length; length++) norms[length] = weight / (1 - b + slope * length);
}

function clear(board: ScoreBoard, capacity: number): void {
  if (board.score.length < capacity) {
    const room = Math.max(2048, 2 ** Math.ceil(Math.log2(capacity)));
    board.score = new Float64Array(room);
    board.matched = new Float64Array(room);
    board.last = new Uint16Array(room);
    board.touched = new Uint32Array(room);
    board.touchedCount = 0;
    return;
  }
  for (let at = 0; at < board.touchedCount; at++) {
    const slot = board.touched[at]!;
    board.score[slot] = 0;
    board.last[slot] = 0;
  }
  board.touchedCount = 0;
}
