import type { Constraint, Need, Span } from '#engines/language';
import { analyse, type Term } from './analyse.ts';
import { singular } from './singular.ts';

/** A word to look for, and what it is to the request. */
export type WantedWord = {
  term: Term;
  /** It is spoken for by a constraint: it may rank but it need not be found. */
  isHeld: boolean;
};

/** Politeness and grammar of requests that the lexicon passes over in silence; everything else it is silent on is a word. */
const FILLERS = new Set(
  `show looking searching find want wanted need needs buy please could would should something anything do does what which who how when
  where not no never have has got i'm im`
    .split(/\s+/)
    .map(singular),
);

const FOREIGN_SCRIPT = /[\u0600-\u06ff\u3040-\u9fff]/u;

/**
 * The words of a request in the order they were typed. Prices, sizes, exclusions and politeness are left out; the
 * lexicon's English names follow where the request is in another script.
 */
export function wordsOf(need: Need, text: string | undefined): WantedWord[] {
  if (text === undefined)
    return need.terms.flatMap((term) => analyse(term).map((one) => ({ term: one, isHeld: false })));
  const named = new Set(need.terms.flatMap((term) => analyse(term).map((one) => one.text)));
  const words: WantedWord[] = [];
  let position = 0;
  for (const { part, isHeld } of partsOf(text, need.must)) {
    const terms = analyse(part);
    for (const term of terms) {
      const isMeant = named.has(term.text) || !FILLERS.has(term.text);
      if (isMeant) words.push({ term: { ...term, position: term.position + position }, isHeld });
    }
    position += (terms.at(-1)?.position ?? -1) + 1;
  }
  // The lexicon's names find what was asked for in another language; in the catalogue's own they would only blur.
  if (words.length > 0 && !FOREIGN_SCRIPT.test(text)) return words;
  const typed = new Set(words.map(({ term }) => term.text));
  for (const label of need.terms) {
    const terms = analyse(label).filter((term) => !typed.has(term.text));
    for (const term of terms) words.push({ term: { ...term, position: term.position + position }, isHeld: false });
    position += terms.length;
  }
  return words;
}

/** The text cut at the spans of constraints; what is excluded, a price or a size is dropped. */
function partsOf(text: string, must: readonly Constraint[]): { part: string; isHeld: boolean }[] {
  const spans = must.flatMap(({ span, operator, facet }) => {
    if (!span) return [];
    return [{ ...widened(text, span), isDropped: operator === 'is-not' || facet === 'price' || facet === 'size' }];
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

const INSIDE_TOKEN = /[a-z0-9.,/'"-]/iu;

/** A span that begins or ends inside "1/2" or "12-2" takes all of it. */
function widened(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  const isInside = (at: number): boolean => INSIDE_TOKEN.test(text.charAt(at));
  while (from > 0 && isInside(from) && isInside(from - 1)) from--;
  while (to < text.length && isInside(to) && isInside(to - 1)) to++;
  return { start: from, end: to };
}
