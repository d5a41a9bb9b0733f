import type { QueryTerm } from './query-terms.ts';
import { ranking } from './ranking.ts';
import type { TextIndex } from './text-index.ts';
import type { ScoreBoard } from './text-score.ts';
import { endsPhraseBefore, isAfterPreposition, isCode, listOf } from './title-store.ts';

const titleWeights = ranking.title;

/** How far behind a word its phrase's head is looked for. */
const REACH = 3;
const MOSTLY_BRAND = 0.4;

/** Reads the titles of the best listings again and adds to their scores what only the order of words can tell. */
export function refineTitles(
  slots: Iterable<number>,
  terms: readonly QueryTerm[],
  board: ScoreBoard,
  text: TextIndex,
): void {
  if (terms.length === 0) return;
  const termOf = new Map<number, number>();
  for (const [index, { alternatives }] of terms.entries()) {
    for (const { list } of alternatives) if (!termOf.has(list)) termOf.set(list, index);
  }
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shares = terms.map(({ weight }) => weight / total);
  const head = terms.findIndex(
    // A brand is not what a thing is: everything of it is as much "Samsung" as the next.
    ({ isHead, alternatives }) => isHead && alternatives.every(({ list }) => text.brandShare(list) < MOSTLY_BRAND),
  );
  for (const slot of slots) board.score[slot]! += titleBonus(slot, termOf, shares, head, text, board.matched[slot]!);
}

function titleBonus(
  slot: number,
  termOf: ReadonlyMap<number, number>,
  shares: readonly number[],
  head: number,
  { titles }: TextIndex,
  matched: number,
): number {
  const words = titles.page(slot);
  const start = titles.offset(slot);
  const end = start + titles.length(slot);
  let covered = 0;
  let pairs = 0;
  let headship = 0;
  let previous = -2;
  let seen = 0;
  let afterPreposition = false;
  for (let at = start; at < end; at++) {
    const word = words[at]!;
    if (isAfterPreposition(word)) afterPreposition = true;
    const term = termOf.get(listOf(word));
    if (term === undefined) {
      previous = -2;
      continue;
    }
    if ((seen & (1 << term)) === 0) covered += shares[term]!;
    seen |= 1 << term;
    if (term === previous + 1) pairs += shares[term]! + shares[previous]!;
    previous = term;
    if (term === head) {
      const own = headshipAt(at, end, words, termOf, titles) * (afterPreposition ? titleWeights.afterPreposition : 1);
      if (own > headship) headship = own;
    }
  }
  return (
    titleWeights.head * headship * (head < 0 ? 0 : shares[head]!) * matched +
    titleWeights.pair * Math.min(1, pairs) +
    titleWeights.coverage * covered
  );
}

/** 0..1: how likely the title says that the thing is what the words name, the last of them its head. */
export function titleHeadship(slot: number, lists: readonly number[], { titles }: TextIndex): number {
  const head = lists.at(-1)!;
  const termOf = new Map(lists.map((list, index) => [list, index]));
  const words = titles.page(slot);
  const start = titles.offset(slot);
  const end = start + titles.length(slot);
  let best = 0;
  let weight = 1;
  for (let at = start; at < end; at++) {
    if (isAfterPreposition(words[at]!)) weight = titleWeights.afterPreposition;
    if (listOf(words[at]!) === head) best = Math.max(best, weight * headshipAt(at, end, words, termOf, titles));
  }
  return best;
}

/** 0..1: how likely the word is the head of its phrase, seeing which words follow it before the phrase ends. */
function headshipAt(
  at: number,
  end: number,
  words: Uint32Array,
  termOf: ReadonlyMap<number, number>,
  titles: TextIndex['titles'],
): number {
  let claim = 0;
  let strength = 1;
  for (let next = at + 1; next < end && next <= at + REACH; next++) {
    const word = words[next]!;
    if (endsPhraseBefore(word)) break;
    if (!isCode(word) && !termOf.has(listOf(word))) claim = Math.max(claim, strength * titles.headness(listOf(word)));
    strength *= titleWeights.decay;
  }
  return 1 - claim;
}
