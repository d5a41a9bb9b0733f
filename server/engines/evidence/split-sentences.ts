import type { Language, Span } from '#engines/language';

/** Dots after these do not end a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st vs etc approx inc ltd co no vol fig e.g i.e eg ie a.m p.m am pm oz lb lbs ft in cm mm min max hrs sec jr sr dept est'.split(
    ' ',
  ),
);

const CLOSERS = /["'”’»」』）)\]]/;

/**
 * Cuts a text into sentences and says where each one is (UTF-16 offsets, without surrounding white space). Reads full
 * stops of Latin, Chinese and Persian writing, line breaks and bullets; a dot in a number, an abbreviation or an
 * initial does not end a sentence. `language` only matters for the semicolon, which ends a clause-sentence in Chinese.
 */
export function splitSentences(text: string, language?: Language): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /[\s•·*\u200c-]/.test(text[from]!)) from++;
    while (to > from && /\s/.test(text[to - 1]!)) to--;
    if (to > from && /[\p{L}\p{N}]/u.test(text.slice(from, to))) spans.push({ start: from, end: to });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '\n' || char === '\r') {
      close(i);
      continue;
    }
    if (!isTerminator(char, language)) continue;
    let end = i + 1;
    while (end < text.length && (isTerminator(text[end]!, language) || CLOSERS.test(text[end]!))) end++;
    if (char === '.' && !dotEnds(text, start, i, end)) continue;
    close(end);
    i = end - 1;
  }
  close(text.length);
  return spans;
}

function isTerminator(char: string, language: Language | undefined): boolean {
  if ('.!?。！？؟…'.includes(char)) return true;
  return language === 'zh' && (char === '；' || char === '～');
}

function dotEnds(text: string, start: number, dot: number, end: number): boolean {
  const next = text[end];
  if (next === undefined) return true;
  const before = text.slice(Math.max(start, dot - 12), dot);
  const word = /[\p{L}.]+$/u.exec(before)?.[0]?.toLowerCase() ?? '';
  if (end === dot + 1 && /[\p{L}\p{N}]/u.test(next)) {
    // "great.I" is a missing space, "5.3" and "mail.com" are not.
    return /\p{Lu}/u.test(next) && /\p{Ll}{2}$/u.test(before);
  }
  if (end > dot + 1) return true;
  if (ABBREVIATIONS.has(word.replace(/\.$/, '')))
    return /^\s+\p{Lu}/u.test(text.slice(end, end + 4)) && word.length > 3;
  if (/^\p{L}$/u.test(word) && /\s\p{Lu}$/u.test(` ${before}`)) return false;
  return true;
}
