import { fold } from './fold.ts';
import { singular } from './singular.ts';
import { unitOf } from './units.ts';

/** A searchable term of a text. Terms that are spellings of one thing ("12" and "12in") share a position. */
export type Term = {
  text: string;
  kind: 'word' | 'number' | 'code';
  /** What ended before it: nothing, a phrase (punctuation), or a phrase that a preposition goes on from. */
  boundary: 'none' | 'hard' | 'preposition';
  position: number;
  /** For a term joined from parts ("tn2110" from "tn-2110"): over how many positions its parts stand. */
  parts?: number;
};

const STOP_WORDS = new Set(
  'a an the of and or to is are it its this that be as i me my you your we our so than then too very some any'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set('for with in on by at from without inside under over w into onto per via'.split(' '));

/** A run of letters and digits with what may join them, a run in another script, or one sign. */
const PIECE =
  /(?:\.\d+|[a-z0-9]+)(?:[-.,/'+&][a-z0-9]+)*["”″]?|[\u0400-\u04ff\u0370-\u03ff\u0590-\u06ff\u0900-\u0e7f]+|[\u3400-\u9fff\uf900-\ufaff]+|[\u3040-\u30ff\uac00-\ud7af]+|\S/gu;
const WORD = /^[a-z]+$/u;
const NUMBER = /^(?:\.\d+|\d+(?:[.,]\d+)*(?:\/\d+)?)$/u;
const NUMBER_WITH_LETTERS = /^(\.\d+|\d+(?:[.,]\d+)*(?:\/\d+)?)-?([a-z]+)(?:\/[a-z]+)?$/u;
const MIXED_NUMBER = /^(\d+)-(\d+\/\d+)(?:-?([a-z]+))?$/u;
const DIMENSIONS = /^\d+(?:[./]\d+)?(?:x\d+(?:[./]\d+)?)+$/u;
const LATIN = /^[.a-z0-9]/u;
const HAN = /^[\u3400-\u9fff\uf900-\ufaff]/u;
const QUIET_SIGNS = /^[-'/&+_#*]$/u;
const LONGEST_JOINED = 31;

/**
 * Cuts a text into terms: words (plural-stemmed), numbers, numbers with their unit (`12in`), codes of letters and
 * digits (whole, and in parts where a hyphen splits them), and bigrams of Han characters.
 */
export function analyse(text: string): Term[] {
  const reader: Reader = { terms: [], boundary: 'none', position: 0, power: '' };
  for (const [piece] of fold(text).matchAll(PIECE)) read(reader, piece);
  return reader.terms;
}

type Reader = {
  terms: Term[];
  boundary: Term['boundary'];
  position: number;
  /** "sq" or "cu" waiting for its "ft". */
  power: string;
};

function emit(reader: Reader, text: string, kind: Term['kind']): void {
  reader.terms.push({ text, kind, boundary: reader.boundary, position: reader.position++ });
  reader.boundary = 'none';
}

/** Another spelling of the term that was read last. */
function emitSpelling(reader: Reader, text: string, kind: Term['kind'], parts: number): void {
  reader.terms.push({ text, kind, boundary: 'none', position: reader.position - 1, parts });
}

function readNumber(reader: Reader, written: string, unit: string | undefined): void {
  const number = plainNumber(written);
  emit(reader, number, 'number');
  if (unit !== undefined) emitSpelling(reader, number + unit, 'number', 1);
}

function readWord(reader: Reader, word: string): void {
  const last = reader.terms.at(-1);
  const followsNumber = last?.kind === 'number' && reader.boundary === 'none' && last.position === reader.position - 1;
  if (followsNumber && (word === 'sq' || word === 'cu')) {
    reader.power = word;
    return;
  }
  const unit = followsNumber && last.parts === undefined ? unitOf(word) : undefined;
  if (unit !== undefined) {
    emitSpelling(reader, last!.text + reader.power + unit, 'number', 1);
    reader.power = '';
    return;
  }
  reader.power = '';
  if (PREPOSITIONS.has(word)) reader.boundary = 'preposition';
  else if (!STOP_WORDS.has(word)) emit(reader, singular(word), 'word');
}

function readRun(reader: Reader, run: string): void {
  if (WORD.test(run)) {
    readWord(reader, run);
    return;
  }
  const mixed = MIXED_NUMBER.exec(run);
  if (mixed) {
    const [, whole, fraction, unit] = mixed;
    emit(reader, `${whole}-${fraction}`, 'number');
    if (unit) emitSpelling(reader, `${whole}-${fraction}${unitOf(unit) ?? unit}`, 'number', 1);
    return;
  }
  if (NUMBER.test(run)) {
    readNumber(reader, run, undefined);
    return;
  }
  const measured = NUMBER_WITH_LETTERS.exec(run);
  const unit = measured ? unitOf(measured[2]!) : undefined;
  if (unit !== undefined) {
    readNumber(reader, measured![1]!, unit);
    return;
  }
  if (DIMENSIONS.test(run)) {
    const sides = run.split('x');
    for (const side of sides) readNumber(reader, side, undefined);
    emitSpelling(reader, run, 'number', sides.length);
    return;
  }
  readParts(reader, run);
}

function readParts(reader: Reader, run: string): void {
  const first = reader.position;
  const parts = run.split(/[-.,/'+&]+/u).filter(Boolean);
  for (const [index, part] of parts.entries()) {
    if (part === 's' && index > 0) continue;
    if (WORD.test(part)) {
      if (parts.length === 1) readWord(reader, part);
      else if (!STOP_WORDS.has(part)) emit(reader, singular(part), 'word');
    } else if (NUMBER.test(part)) readNumber(reader, part, undefined);
    else emit(reader, part, 'code');
  }
  const spread = reader.position - first;
  if (parts.length < 2 || spread < 1 || /[.,/+&]/u.test(run)) return;
  const joined = singular(run.replace(/'s\b|[-']/gu, ''));
  if (joined.length <= LONGEST_JOINED && joined !== reader.terms.at(-1)?.text) {
    emitSpelling(reader, joined, /\d/u.test(joined) ? 'code' : 'word', spread);
  }
}

function read(reader: Reader, piece: string): void {
  if (LATIN.test(piece) && piece !== '.') {
    if (!/["”″]$/u.test(piece)) {
      readRun(reader, piece);
      return;
    }
    const inner = piece.slice(0, -1);
    if (NUMBER.test(inner)) {
      readNumber(reader, inner, 'in');
      return;
    }
    readRun(reader, inner);
    reader.boundary = 'hard';
    return;
  }
  if (HAN.test(piece)) {
    if (piece.length === 1) emit(reader, piece, 'word');
    for (let at = 0; at + 1 < piece.length; at++) emit(reader, piece.slice(at, at + 2), 'word');
    return;
  }
  if (/^\p{L}/u.test(piece)) {
    emit(reader, piece, 'word');
    return;
  }
  if (piece === '.' && (reader.power !== '' || reader.terms.at(-1)?.kind === 'number')) return;
  if (!QUIET_SIGNS.test(piece)) reader.boundary = 'hard';
}

/** "10,050" -> "10050", "17.0" -> "17", ".75" -> "0.75"; fractions and codes with leading zeros stay as written. */
function plainNumber(written: string): string {
  if (written.includes('/')) return written;
  const plain = written.replace(/,(?=\d{3}(?:\D|$))/gu, '').replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) && plain.length < 16 && !/^0\d/u.test(plain) ? String(value) : plain;
}
