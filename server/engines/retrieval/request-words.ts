import type { Constraint, Need } from '#engines/language';
import { analyse, type Term } from './analyse.ts';

/** A word to look for, and what it is to the request. */
export type WantedWord = {
  term: Term;
  /** It is spoken for by a constraint: it may rank but it need not be found. */
  isHeld: boolean;
  /** It is not what was typed but what the lexicon calls it. */
  isLabel: boolean;
};

const FOREIGN_SCRIPT = /[\u0600-\u06ff\u3040-\u9fff]/u;

/**
 * The words of a request in the order they were typed. Prices, sizes and exclusions are left out, and so is everything
 * the language engine took for mere politeness, unless it is a number or a code; the lexicon's own names follow.
 */
export function wordsOf(need: Need, text: string | undefined): WantedWord[] {
  if (text === undefined) return need.terms.flatMap((term) => analyse(term).map((one) => wanted(one, false, false)));
  const named = new Set(need.terms.flatMap((term) => analyse(term).map((one) => one.text)));
  const words: WantedWord[] = [];
  let position = 0;
  for (const { part, isHeld } of partsOf(text, need.must)) {
    const terms = analyse(part);
    for (const term of terms) {
      const isMeant = term.kind !== 'word' || term.parts !== undefined || named.has(term.text);
      if (isMeant) words.push(wanted({ ...term, position: term.position + position }, isHeld, false));
    }
    position += (terms.at(-1)?.position ?? -1) + 1;
  }
  const typed = new Set(words.map(({ term }) => term.text));
  const isForeign = FOREIGN_SCRIPT.test(text);
  for (const label of need.terms) {
    const terms = analyse(label);
    if (terms.every((term) => typed.has(term.text))) continue;
    for (const term of terms) {
      words.push(wanted({ ...term, position: term.position + position }, false, !isForeign));
    }
    position += terms.length;
  }
  return words;
}

function wanted(term: Term, isHeld: boolean, isLabel: boolean): WantedWord {
  return { term, isHeld, isLabel };
}

/** The text cut at the spans of constraints; what is excluded, a price or a size is dropped. */
function partsOf(text: string, must: readonly Constraint[]): { part: string; isHeld: boolean }[] {
  const spans = must.flatMap(({ span, operator, facet }) => {
    if (!span) return [];
    return [{ ...span, isDropped: operator === 'is-not' || facet === 'price' || facet === 'size' }];
  });
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: { part: string; isHeld: boolean }[] = [];
  let at = 0;
  for (const { start, end, isDropped } of spans) {
    if (start > at) parts.push({ part: text.slice(at, start), isHeld: false });
    if (!isDropped && end > at) parts.push({ part: text.slice(Math.max(at, start), end), isHeld: true });
    at = Math.max(at, end);
  }
  if (at < text.length) parts.push({ part: text.slice(at), isHeld: false });
  return parts;
}
