import { addSlot, type Bitset, emptySet, hasSlot } from './bitset.ts';
import type { ListingStore } from './listing-store.ts';
import type { QueryTerm } from './query-terms.ts';
import type { TextIndex } from './text-index.ts';

/** Without anything that must hold, a listing has to have at least this share of the best one's information. */
const ENOUGH_OF_BEST = 0.3;
/** ... and this share of all the information asked for. */
const ENOUGH_OF_ALL = 0.1;

/** Reused between searches: the share of the information that each slot has of the words that no constraint speaks for. */
export type CoverageBoard = { share: Float64Array; lastTerm: Uint8Array; touched: Uint32Array; touchedCount: number };

export function createCoverageBoard(): CoverageBoard {
  return { share: new Float64Array(0), lastTerm: new Uint8Array(0), touched: new Uint32Array(0), touchedCount: 0 };
}

/** A share of the information that is enough where `best` is the largest of all. */
export function enoughOf(best: number): number {
  return Math.max(ENOUGH_OF_ALL, ENOUGH_OF_BEST * best);
}

/**
 * The listings of a set that have enough of the words no constraint speaks for, measured by the best of them. Words
 * that tell most are counted first; once a listing that has none of these could not have enough with all of the rest,
 * the rest only adds to those that were found (MaxScore: Turtle and Flood, "Query evaluation: strategies and
 * optimizations", 1995).
 */
export function havingEnoughWords(
  within: Bitset,
  terms: readonly QueryTerm[],
  { text, store, coverage: board }: { text: TextIndex; store: ListingStore; coverage: CoverageBoard },
): Bitset {
  clear(board, store.capacity);
  const wanted = terms.filter(({ isHeld }) => !isHeld).sort((a, b) => b.weight - a.weight);
  const total = wanted.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let rest = 1;
  let best = 0;
  for (const [index, { weight, alternatives }] of wanted.entries()) {
    const onlyKnown = rest + ROUNDING < enoughOf(best);
    for (const alternative of alternatives) {
      const gain = (weight / total) * alternative.weight;
      best = Math.max(best, coverList(board, alternative.list, { mark: index + 1, gain, within, onlyKnown }, text));
    }
    rest -= weight / total;
  }
  const matching = emptySet(store.capacity);
  const enough = enoughOf(best);
  for (let at = 0; at < board.touchedCount; at++) {
    const slot = board.touched[at]!;
    if (board.share[slot]! >= enough) addSlot(matching, slot);
  }
  return matching;
}

const ROUNDING = 1e-9;

/** Adds one list's gain to the listings of the set and tells the largest share that came of it. */
function coverList(
  board: CoverageBoard,
  list: number,
  { mark, gain, within, onlyKnown }: { mark: number; gain: number; within: Bitset; onlyKnown: boolean },
  { vocabulary: { postings } }: TextIndex,
): number {
  const { share, lastTerm, touched } = board;
  const page = postings.page(list);
  const start = postings.offset(list);
  const end = start + postings.length(list) * 2;
  let { touchedCount } = board;
  let best = 0;
  for (let at = start; at < end; at += 2) {
    const slot = page[at]!;
    const last = lastTerm[slot]!;
    if (last === mark) continue;
    if (last === 0) {
      if (onlyKnown || !hasSlot(within, slot)) continue;
      touched[touchedCount++] = slot;
      share[slot] = gain;
    } else share[slot]! += gain;
    lastTerm[slot] = mark;
    if (share[slot]! > best) best = share[slot]!;
  }
  board.touchedCount = touchedCount;
  return best;
}

function clear(board: CoverageBoard, capacity: number): void {
  if (board.share.length < capacity) {
    const room = Math.max(2048, 2 ** Math.ceil(Math.log2(capacity)));
    board.share = new Float64Array(room);
    board.lastTerm = new Uint8Array(room);
    board.touched = new Uint32Array(room);
  }
  for (let at = 0; at < board.touchedCount; at++) board.lastTerm[board.touched[at]!] = 0;
  board.touchedCount = 0;
}
