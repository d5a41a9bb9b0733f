import { normaliseWord, wordsOf } from '#engines/evidence';
import type { Language, Span } from '#engines/language';
import { plainWords } from './plain-words.ts';

/** The concepts that a text names, in any language. */
export type ConceptFinder = (text: string) => { id: string; span: Span }[];

/** One thing that a sentence claims, in its place: `key` is a stem, a figure, a symbol or a quote. */
export type Claimed = { kind: 'word' | 'figure' | 'symbol' | 'quote' | 'negation'; key: string; concepts: string[] };

/** What a sentence says without how it says it. */
export type Outline = {
  /** Quotes, figures, negations and words that carry content, in order. */
  claims: Claimed[];
  /** Which of our templates' words stand in it, in no order. */
  frames: Set<string>;
};

const QUOTED = /“[^”]*”|«[^»]*»|「[^」]*」|《[^》]*》/g;
const TOKEN = /\p{Script=Han}|\p{N}+(?:[.,٫]\p{N}+)*|[\p{L}\p{M}]+(?:['’\u200c][\p{L}\p{M}]+)*|[%$€£¥°×½¼+=~^#&@/]/gu;
/** What such concepts share says nothing of whether two words mean the same: loud and quiet are both of the sound. */
const WIDE = /^(?:aspect|unit|currency|cue):/;

/** The pieces in quotation marks, with their marks. */
export function quotesIn(text: string): string[] {
  return text.match(QUOTED) ?? [];
}

/** The text without what stands in quotation marks; offsets stay. */
export function outsideQuotes(text: string): string {
  return text.replace(QUOTED, (quote) => ' '.repeat(quote.length));
}

/** Reads the outline of a sentence that is written in a language. */
export function outlineOf(text: string, language: Language, conceptsIn: ConceptFinder): Outline {
  const words = plainWords(language);
  const rest = outsideQuotes(text);
  const tokens: (Claimed & Span)[] = [...text.matchAll(QUOTED)].map((match) => ({
    kind: 'quote',
    key: match[0],
    concepts: [],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const frames = new Set<string>();
  for (const { text: word, start, end } of tokensOf(rest, words.phrases)) {
    const frame = words.frameOf(word);
    if (frame) frames.add(frame);
    else if (!words.isFunctionWord(word))
      for (const part of uncontracted(word))
        if (!words.isFunctionWord(part)) tokens.push({ ...claimOf(words.sameAs(part)), start, end });
  }
  tokens.sort((a, b) => a.start - b.start);
  return { claims: joinConcepts(tokens, conceptsIn(rest)), frames };
}

function tokensOf(text: string, phrases: string[]): (Span & { text: string })[] {
  const tokens: (Span & { text: string })[] = [];
  const taken = new Set<number>();
  for (const phrase of phrases) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      if (taken.has(at)) continue;
      for (let i = at; i < at + phrase.length; i++) taken.add(i);
      tokens.push({ text: phrase, start: at, end: at + phrase.length });
    }
  }
  for (const match of text.matchAll(TOKEN)) {
    if (taken.has(match.index)) continue;
    tokens.push({ text: normaliseWord(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** "isn't" is "is not". */
function uncontracted(word: string): string[] {
  if (word === 'cannot') return ['can', 'not'];
  if (word === "can't") return ['can', 'not'];
  if (word === "won't") return ['will', 'not'];
  const [, verb] = /^(\w+)n't$/.exec(word) ?? [];
  return verb ? [verb, 'not'] : [word];
}

function claimOf(word: string): Claimed {
  if (/^\p{N}/u.test(word)) return { kind: 'figure', key: word.replace(/,(?=\d{3}\b)/g, ''), concepts: [] };
  if (!/^[\p{L}\p{M}]/u.test(word)) return { kind: 'symbol', key: word, concepts: [] };
  if (/^(?:not|نیست|不|没|未|无)$/.test(word)) return { kind: 'negation', key: word, concepts: [] };
  return { kind: 'word', key: wordsOf(word)[0]?.stem ?? word, concepts: [] };
}

/** Words that name one concept together ("noise cancelling", 降噪) are one claim. */
function joinConcepts(tokens: (Claimed & Span)[], hits: { id: string; span: Span }[]): Claimed[] {
  const claims: Claimed[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = tokens[at]!;
    const own = hits.filter(({ id, span }) => !WIDE.test(id) && span.start === first.start);
    const end = Math.max(first.end, ...own.map(({ span }) => span.end));
    let next = at + 1;
    while (next < tokens.length && tokens[next]!.end <= end) next++;
    const part = tokens.slice(at, next);
    const isWords = part.every(({ kind }) => kind === 'word');
    if (isWords && part.length > 0) {
      const concepts = own.filter(({ span }) => span.end === end).map(({ id }) => id);
      claims.push({ kind: 'word', key: part.map(({ key }) => key).join(' '), concepts });
      at = next;
    } else {
      claims.push({ kind: first.kind, key: first.key, concepts: [] });
      at++;
    }
  }
  return claims;
}

/** Whether two claims say the same: the same word, or two words for one concept. */
export function isSameClaim(a: Claimed, b: Claimed): boolean {
  if (a.kind !== b.kind) return false;
  return a.key === b.key || a.concepts.some((id) => b.concepts.includes(id));
}
