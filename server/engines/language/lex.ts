import { CharacterClass, characterClasses, characterFolds } from './fold.ts';

/** A unit of text: a word, a number, one Han character or one symbol. Offsets are UTF-16 code units. */
export type Unit = { start: number; end: number; form: string; kind: 'word' | 'number' | 'han' | 'symbol' };

/** Longer runs of letters are cut: nobody searches for them. */
const LONGEST_WORD = 64;

/** What may be glued behind a number: units, currencies, size systems, multipliers. */
const AFTER_NUMBER = new Set(
  'k m g kg cm mm l ml h hr hrs hours hour oz in inch lm w eur euro euros usd dollars gbp rmb cny yuan eu uk us it fr eur lumens litre litres liter liters pages gsm min mins ish d x yo y'.split(
    ' ',
  ),
);
/** What may be glued before a number. */
const BEFORE_NUMBER = new Set(
  'eu uk us it fr w l eur usd gbp rmb cny size sz under below over max min int de'.split(' '),
);

/**
 * Cuts a text in units in one pass, whatever it holds (lone surrogates and controls are separators). Words are folded
 * (see `characterFolds`); hyphens and joiners between letters separate; a possessive `'s` is dropped.
 */
export function lex(text: string): Unit[] {
  const classes = characterClasses();
  const folds = characterFolds();
  const units: Unit[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = classes[text.charCodeAt(at)];
    if (kind === CharacterClass.letter || kind === CharacterClass.arabic) at = lexWord(text, at, kind, units);
    else if (kind === CharacterClass.digit) at = lexNumber(text, at, units);
    else if (kind === CharacterClass.han) {
      units.push({ start: at, end: at + 1, form: folds[text.charCodeAt(at)]!, kind: 'han' });
      at++;
    } else if (kind === CharacterClass.symbol) at = lexSymbol(text, at, units);
    else at++;
  }
  return units;
}

/** The end of a run of plain small letters: most words of most texts, which need no folding. */
function endOfPlain(text: string, start: number): number {
  let at = start;
  const limit = Math.min(text.length, start + LONGEST_WORD);
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code < 97 || code > 122) break;
    at++;
  }
  return at;
}

function lexWord(text: string, start: number, kind: number, units: Unit[]): number {
  const classes = characterClasses();
  const folds = characterFolds();
  let at = endOfPlain(text, start);
  let form = text.slice(start, at);
  const limit = Math.min(text.length, start + LONGEST_WORD);
  while (at < limit) {
    const code = text.charCodeAt(at);
    const next = classes[code];
    if (next === kind) form += folds[code];
    else if (next === CharacterClass.digit && kind === CharacterClass.letter) {
      if (BEFORE_NUMBER.has(form)) break;
      form += folds[code];
    } else if (isApostrophe(code) && kind === CharacterClass.letter) {
      const after = text.charCodeAt(at + 1);
      if (classes[after] !== CharacterClass.letter) break;
      if ((after | 32) === 115 && !continuesWord(classes[text.charCodeAt(at + 2)])) {
        units.push({ start, end: at + 2, form, kind: 'word' });
        return at + 2;
      }
    } else if (next !== CharacterClass.mark) break;
    at++;
  }
  units.push({ start, end: at, form, kind: 'word' });
  return at;
}

function continuesWord(kind: number | undefined): boolean {
  return kind === CharacterClass.letter || kind === CharacterClass.digit;
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2bc || code === 0x60;
}

function lexNumber(text: string, start: number, units: Unit[]): number {
  const classes = characterClasses();
  const folds = characterFolds();
  let form = '';
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (classes[code] === CharacterClass.digit) form += folds[code];
    else if (isNumberMark(code) && classes[text.charCodeAt(at + 1)] === CharacterClass.digit && form.length < 24) {
      form += code === 44 || code === 0x66c || code === 0xff0c ? ',' : '.';
    } else break;
    at++;
  }
  let tail = at;
  let letters = '';
  const limit = Math.min(text.length, at + LONGEST_WORD);
  while (tail < limit && classes[text.charCodeAt(tail)] === CharacterClass.letter) {
    letters += folds[text.charCodeAt(tail)];
    tail++;
  }
  if (letters !== '' && !AFTER_NUMBER.has(letters) && !/[.,]/.test(form)) {
    while (tail < limit && continuesWord(classes[text.charCodeAt(tail)])) {
      letters += folds[text.charCodeAt(tail)];
      tail++;
    }
    units.push({ start, end: tail, form: form + letters, kind: 'word' });
    return tail;
  }
  units.push({ start, end: at, form, kind: 'number' });
  return at;
}

function isNumberMark(code: number): boolean {
  return code === 46 || code === 44 || code === 0x66b || code === 0x66c;
}

function lexSymbol(text: string, at: number, units: Unit[]): number {
  const classes = characterClasses();
  const code = text.charCodeAt(at);
  const form = characterFolds()[code]!;
  const before = at > 0 ? classes[text.charCodeAt(at - 1)] : CharacterClass.space;
  const after = classes[text.charCodeAt(at + 1)];
  const joinsLetters = isLetterClass(before) && (isLetterClass(after) || after === CharacterClass.digit);
  const joinsLetterAfterDigit = before === CharacterClass.digit && isLetterClass(after);
  if (form === '-' && (joinsLetters || joinsLetterAfterDigit)) return at + 1;
  if (form === "'" || form === '.' ? isLetterClass(before) && isLetterClass(after) : false) return at + 1;
  units.push({ start: at, end: at + 1, form, kind: 'symbol' });
  return at + 1;
}

function isLetterClass(kind: number | undefined): boolean {
  return kind === CharacterClass.letter || kind === CharacterClass.arabic;
}

/** The value of a lexed number: `1,080` and `1.080` group by thousands, `37.5` and `37,5` are decimals. */
export function numberValue(form: string): number {
  const marks = form.replace(/\d/g, '');
  if (marks === '') return Number(form.slice(0, 15));
  const last = Math.max(form.lastIndexOf('.'), form.lastIndexOf(','));
  const decimals = form.length - last - 1;
  const groups = new Set(marks).size === 1 && (marks.length > 1 || (decimals === 3 && !form.startsWith('0')));
  if (groups) return Number(form.replace(/[.,]/g, ''));
  return Number(`${form.slice(0, last).replace(/[.,]/g, '')}.${form.slice(last + 1)}`);
}
