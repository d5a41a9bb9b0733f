import type { QueryTerm } from './query-terms.ts';
import {
  attributeCount,
  inBrand,
  inCategory,
  type TextIndex,
  textCount,
  titleCount,
  titlePosition,
} from './text-index.ts';

/**
 * BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields", 2004): weighted,
 * length-normalised term frequencies of all fields saturate together. A title that says a word twice says no more by it.
 */
export const weights = {
  title: 3,
  brand: 1.5,
  category: 3,
  attributes: 0.6,
  text: 0.8,
  titleB: 0.2,
  attributesB: 0.6,
  textB: 0.6,
  k1: 1.2,
  /** How much of a pair's information two neighbouring words in the title add when they are neighbours in the request. */
  phrase: 0.3,
};

/** Reused between searches: scores, matched information and the last title position by slot. */
export type ScoreBoard = {
  /** BM25F over the sum of the terms' information: 0..about 2.2. */
  score: Float64Array;
  /** The share of the information of the typed words that no constraint speaks for, 0..1. */
  coverage: Float64Array;
  /** The share of the information of all words, 0..1. */
  matched: Float64Array;
  lastPosition: Uint8Array;
  /** Which term (1-based) was counted last for a slot, so that alternatives count once. */
  lastTerm: Uint8Array;
  touched: Uint32Array;
  norms: { title: Float64Array; attributes: Float64Array; text: Float64Array };
  touchedCount: number;
};

export function createScoreBoard(): ScoreBoard {
  return {
    score: new Float64Array(0),
    coverage: new Float64Array(0),
    matched: new Float64Array(0),
    lastPosition: new Uint8Array(0),
    lastTerm: new Uint8Array(0),
    touched: new Uint32Array(0),
    touchedCount: 0,
    norms: { title: new Float64Array(256), attributes: new Float64Array(256), text: new Float64Array(256) },
  };
}

const NO_POSITION = 255;

/** Scores every listing that has any of the terms. Clears the board first. */
export function scoreText(board: ScoreBoard, terms: readonly QueryTerm[], index: TextIndex, capacity: number): void {
  clear(board, capacity);
  const { lengths, vocabulary, count } = index;
  const titleNorm = lengthNorms(board.norms.title, weights.titleB, lengths.titleSum / Math.max(1, count));
  const attributesNorm = lengthNorms(
    board.norms.attributes,
    weights.attributesB,
    lengths.attributesSum / Math.max(1, count),
  );
  const textNorm = lengthNorms(board.norms.text, weights.textB, lengths.textSum / Math.max(1, count));
  const total = terms.reduce((sum, term) => sum + term.weight, 0) || 1;
  const needed = terms.reduce((sum, term) => sum + (term.isHeld ? 0 : term.weight), 0) || 1;
  for (const [termIndex, term] of terms.entries()) {
    const share = term.weight / total;
    const mark = termIndex + 1;
    const counted = term.isHeld ? 0 : term.weight / needed;
    for (const { list, weight } of term.alternatives) {
      const page = vocabulary.postings.page(list);
      const start = vocabulary.postings.offset(list);
      const end = start + vocabulary.postings.length(list) * 2;
      for (let at = start; at < end; at += 2) {
        const slot = page[at]!;
        const last = board.lastTerm[slot]!;
        if (last === mark) continue;
        const payload = page[at + 1]!;
        const frequency =
          weights.title * (titleCount(payload) > 0 ? 1 : 0) * titleNorm[lengths.title[slot]!]! +
          weights.brand * inBrand(payload) +
          weights.category * inCategory(payload) +
          weights.attributes * attributeCount(payload) * attributesNorm[lengths.attributes[slot]!]! +
          weights.text * textCount(payload) * textNorm[lengths.text[slot]!]!;
        let gain = share * weight * (frequency / (weights.k1 + frequency));
        const position = titlePosition(payload);
        if (last === 0) {
          board.touched[board.touchedCount++] = slot;
          board.coverage[slot] = counted * weight;
          board.matched[slot] = share * weight;
        } else {
          board.coverage[slot]! += counted * weight;
          board.matched[slot]! += share * weight;
          if (last === mark - 1 && position !== 63 && position === board.lastPosition[slot]! + 1) {
            gain += weights.phrase * share;
          }
        }
        board.score[slot]! += gain;
        board.lastTerm[slot] = mark;
        board.lastPosition[slot] = position === 63 ? NO_POSITION - 1 : position;
      }
    }
  }
}

/** BM25's length normalisation for every length, into the board's own table. */
function lengthNorms(norms: Float64Array, b: number, average: number): Float64Array {
  const slope = b / Math.max(1, average);
  for (let length = 0; length < norms.length; length++) norms[length] = 1 / (1 - b + slope * length);
  return norms;
}

function clear(board: ScoreBoard, capacity: number): void {
  if (board.score.length < capacity) {
    const room = Math.max(2048, 2 ** Math.ceil(Math.log2(capacity)));
    board.score = new Float64Array(room);
    board.coverage = new Float64Array(room);
    board.matched = new Float64Array(room);
    board.lastPosition = new Uint8Array(room);
    board.lastTerm = new Uint8Array(room);
    board.touched = new Uint32Array(room);
    board.touchedCount = 0;
    return;
  }
  for (let at = 0; at < board.touchedCount; at++) {
    const slot = board.touched[at]!;
    board.score[slot] = 0;
    board.coverage[slot] = 0;
    board.lastTerm[slot] = 0;
  }
  board.touchedCount = 0;
}
