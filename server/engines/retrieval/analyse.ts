import { stem } from './stem.ts';
import { unitOf } from './units.ts';

/**
 * A searchable term of a text. `boundary` says that something ended before it (punctuation, a preposition, a number):
 * the reading of titles uses it to find the head noun.
 */
export type Term = { text: string; kind: 'word' | 'number' | 'code'; boundary: Boundary; position: number };

/** `none`: the term follows the one before directly; `soft`: a number or code stands between; `hard`: punctuation or a preposition. */
export type Boundary = 'none' | 'hard' | 'preposition';

const STOP_WORDS = new Set(
  'a an the of and or to is are it its this that be as i me my you your we our so than then too very some any'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set('for with in on by at from without inside under over w into onto per via'.split(' '));
const NON_ASCII = /[\u0080-\uffff]/;
const MARKS = /\p{M}+/gu;
const PIECE =
  /\d+(?:[.,]\d+)*(?:\/\d+)?|\.\d+|[a-z]+(?:'s\b)?|[\u0600-\u06ff]+|[\u0400-\u04ff\u0370-\u03ff]+|[\u3400-\u9fff\uf900-\ufaff]+|[\u3040-\u30ff\uac00-\ud7af]+|["”″']|[^\s]/gu;

/** Lower case without accents, one form for each letter of the Arabic script, fractions written out. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!NON_ASCII.test(lower)) return lower;
  return lower
    .replace(/[¼½¾]/gu, (sign) => (sign === '¼' ? ' 1/4' : sign === '½' ? ' 1/2' : ' 3/4'))
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/[\u200b\u00ad\u2122\u00ae]/gu, '')
    .replace(/\u200c/gu, ' ')
    .replace(/[يى]/gu, 'ی')
    .replace(/ك/gu, 'ک')
    .replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/gu, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/**
 * Cuts a text into terms: words (plural-stemmed), numbers, numbers with their unit (`12in`), codes of letters and
 * digits (whole, and in parts where a hyphen splits them), and bigrams of Han characters.
 */
export function analyse(text: string): Term[] {
  const terms: Term[] = [];
  const folded = fold(text);
  let boundary: Boundary = 'none';
  let position = 0;
  let runStart = 0;
  let runEnd = -1;
  let runParts = 0;
  let runHyphen = false;
  let pendingSq = '';
  let lastEnd = -1;

  function emit(term: string, kind: Term['kind']): void {
    terms.push({ text: term, kind, boundary, position: position++ });
    boundary = 'none';
  }

  /** Parts joined by hyphens or touching ("tn-2110", "wi-fi") are also one term without the hyphen. */
  function closeRun(): void {
    if (runParts > 1) {
      const joined = folded.slice(runStart, runEnd).replace(/[^a-z0-9]/gu, '');
      if (joined.length > 2 && joined.length < 32) {
        const kept = boundary;
        boundary = 'none';
        terms.push({
          text: stem(joined),
          kind: /\d/u.test(joined) ? 'code' : 'word',
          boundary: 'none',
          position: Math.max(0, position - 1),
        });
        boundary = kept;
      }
    }
    runParts = 0;
    runHyphen = false;
  }

  for (const match of folded.matchAll(PIECE)) {
    const piece = match[0];
    const start = match.index;
    const end = start + piece.length;
    const touches = start === lastEnd;
    const code = piece.charCodeAt(0);
    const isLatin = code >= 97 && code <= 122;
    const isNumber = (code >= 48 && code <= 57) || (code === 46 && piece.length > 1);
    if (!touches) closeRun();
    lastEnd = end;
    if (isLatin || isNumber) {
      const joins = touches && runParts > 0;
      if (isLatin) {
        const word = piece.endsWith("'s") ? piece.slice(0, -2) : piece;
        const last = terms.at(-1);
        const directlyAfter =
          last !== undefined && last.kind === 'number' && boundary === 'none' && last.position === position - 1;
        const unit = unitOf(word);
        if ((word === 'sq' || word === 'cu') && !pendingSq) {
          pendingSq = word;
          continue;
        }
        if (unit !== undefined && directlyAfter) {
          const full = pendingSq + unit;
          pendingSq = '';
          terms.push({ text: last.text + full, kind: 'number', boundary: 'none', position: last.position });
          if (joins && !runHyphen) runParts = 0;
          continue;
        }
        pendingSq = '';
        if (joins && !runHyphen && terms.length > 0 && directlyAfter) {
          // "1211ea": digits then letters are one code.
          const whole = `${last.text}${word}`;
          if (!(word === 'x' && whole.length < 6)) {
            last.text = whole;
            last.kind = 'code';
            runEnd = end;
            continue;
          }
          continue;
        }
        if (joins && !runHyphen && last?.kind === 'code') {
          last.text += word;
          runEnd = end;
          continue;
        }
        if (runParts === 0) runStart = start;
        runParts++;
        runEnd = end;
        runHyphen = false;
        if (PREPOSITIONS.has(word) && runParts === 1) {
          boundary = 'preposition';
          continue;
        }
        if (STOP_WORDS.has(word) && runParts === 1) continue;
        emit(stem(word), 'word');
        continue;
      }
      const number = normaliseNumber(piece);
      const last = terms.at(-1);
      if (
        joins &&
        !runHyphen &&
        last !== undefined &&
        last.kind !== 'number' &&
        last.position === position - 1 &&
        boundary === 'none'
      ) {
        // "dv7": letters then digits are one code.
        last.text = folded.slice(Math.max(runStart, start - 24), end).match(/[a-z0-9]+$/u)?.[0] ?? last.text + number;
        last.kind = 'code';
        runEnd = end;
        continue;
      }
      if (runParts === 0) runStart = start;
      runParts++;
      runEnd = end;
      runHyphen = false;
      emit(number, 'number');
      continue;
    }
    if ((piece === '"' || piece === '”' || piece === '″') && terms.at(-1)?.kind === 'number' && touches) {
      const last = terms.at(-1)!;
      terms.push({ text: `${last.text}in`, kind: 'number', boundary: 'none', position: last.position });
      closeRun();
      continue;
    }
    if (code > 0x400) {
      closeRun();
      emitNonLatin(piece, code, emit);
      continue;
    }
    if (piece === '-' && runParts > 0 && touches) {
      runHyphen = true;
      runEnd = end;
      continue;
    }
    closeRun();
    if (piece === '.' && folded.charCodeAt(end) !== 32) continue;
    if (piece === "'" || (piece === '.' && terms.at(-1)?.kind === 'number')) continue;
    boundary = 'hard';
  }
  closeRun();
  return terms;
}

function emitNonLatin(piece: string, code: number, emit: (term: string, kind: Term['kind']) => void): void {
  const isHan = (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
  if (!isHan) {
    if (/\p{L}/u.test(piece)) emit(piece, 'word');
    return;
  }
  if (piece.length === 1) emit(piece, 'word');
  for (let at = 0; at + 1 < piece.length; at++) emit(piece.slice(at, at + 2), 'word');
}

function normaliseNumber(piece: string): string {
  const plain = piece.replace(/,(?=\d{3}(?:\D|$))/gu, '').replace(',', '.');
  if (plain.includes('/')) return plain;
  const value = Number(plain);
  return Number.isFinite(value) && plain.length < 16 && !/^0\d/u.test(plain) ? String(value) : plain;
}
