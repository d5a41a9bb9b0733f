import { after, before, hasCue, isClauseEnd, isComma, use } from './items.ts';
import type { Item } from './match.ts';
import type { SizeValue, Span } from './need.ts';

const SYSTEMS = ['US', 'UK', 'EU', 'IT', 'FR', 'JP', 'AU', 'INT', 'DE'];

/** Sizes asked for, as written, with the text they came from. */
export type SizeReading = { sizes: SizeValue[]; span: Span; isNegated: boolean };

/**
 * Finds "size 41 eu", "UK 10 or 12", 42码, «سایز ۴۱», "W30 L32", "size M"; marks what it used. Where clothes are spoken of (`isClothing`)
 * a lettered size may stand alone: "rain jacket, medium".
 */
export function readSizes(items: Item[], text: string, isClothing = false): SizeReading[] {
  const readings: SizeReading[] = [];
  for (let at = 0; at < items.length; at++) {
    const found = readJeans(items, at) ?? readNumeric(items, at, text) ?? readLettered(items, at, text, isClothing);
    if (!found) continue;
    const { sizes, indexes } = found;
    use(items, ...indexes);
    const first = items[Math.min(...indexes)]!;
    const last = items[Math.max(...indexes)]!;
    const opening = before(items, Math.min(...indexes));
    const isNegated = hasCue(items[opening], 'negate-before');
    if (isNegated) use(items, opening);
    readings.push({ sizes, span: { start: first.start, end: last.end }, isNegated });
  }
  return readings;
}

type Found = { sizes: SizeValue[]; indexes: number[] };

function isWord(item: Item | undefined, form: string): boolean {
  return item !== undefined && !item.isUsed && item.text.toLowerCase() === form;
}

function isNumber(item: Item | undefined): item is Item {
  return item?.kind === 'number' && !item.isUsed;
}

/** W30 L32, w30/l32, 30x32. */
function readJeans(items: Item[], at: number): Found | undefined {
  const isW = isWord(items[at], 'w') && isNumber(items[at + 1]);
  if (isW) {
    let next = at + 2;
    const indexes = [at, at + 1];
    if (items[next]?.text === '/' || items[next]?.kind === 'symbol') next++;
    if (isWord(items[next], 'l') && isNumber(items[next + 1])) {
      indexes.push(next, next + 1);
      const value = `W${items[at + 1]!.value}/L${items[next + 1]!.value}`;
      return { sizes: [{ value, system: 'WL' }], indexes };
    }
    return { sizes: [{ value: `W${items[at + 1]!.value}`, system: 'WL' }], indexes };
  }
  const waist = readWaist(items, at);
  if (waist) return waist;
  const isCross = isNumber(items[at]) && isWord(items[at + 1], 'x') && isNumber(items[at + 2]);
  if (
    isCross &&
    items[at]!.value >= 24 &&
    items[at]!.value <= 46 &&
    items[at + 2]!.value >= 26 &&
    items[at + 2]!.value <= 38
  ) {
    const value = `W${items[at]!.value}/L${items[at + 2]!.value}`;
    return { sizes: [{ value, system: 'WL' }], indexes: [at, at + 1, at + 2] };
  }
  return undefined;
}

const WAIST = /^(?:waist|waist size|size waist|腰围|腰|کمر|دور کمر|سایز کمر)$/u;

/** "Waist 31", "31 waist", 腰围31, «کمر ۳۱»: inches, as jeans are sized; with centimetres it is a measurement. */
function readWaist(items: Item[], at: number): Found | undefined {
  const item = items[at];
  if (!item || item.isUsed) return undefined;
  const isName = (each: Item | undefined): boolean => each !== undefined && WAIST.test(each.text.toLowerCase());
  const number = isName(item) ? after(items, at, 1) : isNumber(item) && isName(items[at + 1]) ? at : -1;
  const value = items[number];
  if (!isNumber(value) || !Number.isInteger(value.value) || value.value < 22 || value.value > 46) return undefined;
  const behind = items[number + 1];
  const isInches = behind?.ids.includes('unit:inches') ?? false;
  if (!isInches && behind?.ids.some((id) => /^(?:unit|currency):/.test(id))) return undefined;
  const first = Math.min(at, number);
  const last = Math.max(number === at ? at + 1 : number, isInches ? number + 1 : 0);
  const indexes = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return { sizes: [{ value: `W${value.value}`, system: 'WL' }], indexes };
}

function systemAt(items: Item[], at: number): string | undefined {
  const item = items[at];
  if (!item || item.isUsed) return undefined;
  return SYSTEMS.find((system) => item.cues.includes(`system-${system}`));
}

/** Words before which `us` and `it` are pronouns. */
const PRONOUN_VERBS = new Set(['show', 'give', 'tell', 'let', 'find', 'get', 'for', 'of', 'to', 'help', 'send']);

function isSystemWord(items: Item[], at: number, text: string, isSized: boolean): boolean {
  const item = items[at];
  if (!item) return false;
  const written = text.slice(item.start, item.end);
  if (isSized || written === written.toUpperCase()) return true;
  const word = written.toLowerCase();
  if (word === 'it' || word === 'de') return false;
  if (word === 'us') return !PRONOUN_VERBS.has(items[at - 1]?.text.toLowerCase() ?? '');
  return true;
}

function readNumeric(items: Item[], at: number, text: string): Found | undefined {
  const item = items[at];
  if (!isNumber(item)) return undefined;
  const indexes: number[] = [at];
  const opening = before(items, at, 2);
  let isSized = false;
  let system: string | undefined;

  const leftSystem = systemAt(items, at - 1);
  const behindSystem = systemAt(items, at + 1);
  if (leftSystem) {
    const further = before(items, at - 1, 2);
    const sized = hasCue(items[further], 'size-word');
    if (sized || isSystemWord(items, at - 1, text, false)) {
      system = leftSystem;
      indexes.push(at - 1);
      if (sized) indexes.push(further);
      isSized = true;
    }
  }
  if (hasCue(items[opening], 'size-word') && isSizeIntroduction(items[opening]!)) {
    isSized = true;
    indexes.push(opening);
  }
  if (!system && behindSystem && isSystemWord(items, at + 1, text, isSized || isTail(items, at + 1))) {
    if (isSized || isPlausibleSize(item.value)) {
      system = behindSystem;
      indexes.push(at + 1);
      isSized = true;
    }
  }
  const closing = items[Math.max(...indexes) + 1];
  if (hasCue(closing, 'size-word') && (isHan(closing!.text) || closing!.text === 'size')) {
    const isMark =
      closing!.text.startsWith('码') || closing!.text.startsWith('号') || isSized || closing!.text === 'size';
    if (isMark) {
      isSized = true;
      indexes.push(Math.max(...indexes) + 1);
    }
  }
  if (!isSized) return undefined;
  if (items[at + 1]?.ids.some((id) => id.startsWith('currency:')) && !system) return undefined;
  const sizes: SizeValue[] = [sizeOf(sizeText(items, at, indexes), system)];
  readAlternatives(items, indexes, sizes, system);
  return { sizes, indexes };
}

/** `in a`, `my` and the like introduce a letter, not a number. */
function isSizeIntroduction(item: Item): boolean {
  return !/^in a$|^穿$|^大小$/.test(item.text.toLowerCase());
}

function isTail(items: Item[], at: number): boolean {
  const next = items[at + 1];
  return next === undefined || next.kind === 'symbol';
}

function isPlausibleSize(value: number): boolean {
  return value >= 0 && value <= 60 && Number.isInteger(value * 2);
}

/** 7½ and 7 1/2 are 7.5. */
function sizeText(items: Item[], at: number, indexes: number[]): string {
  const value = items[at]!.value;
  const half = items[at + 1]?.text === '½';
  const isFraction = isNumber(items[at + 1]) && items[at + 2]?.text === '/' && items[at + 3]?.text === '2';
  if (half) indexes.push(at + 1);
  if (isFraction) indexes.push(at + 1, at + 2, at + 3);
  return String(half || isFraction ? value + 0.5 : value);
}

/** "8 or 10", "8/10", "UK 10 or UK 12", "38-39". */
function readAlternatives(items: Item[], indexes: number[], sizes: SizeValue[], system: string | undefined): void {
  for (let guard = 0; guard < 6; guard++) {
    const last = Math.max(...indexes);
    const joint = items[last + 1];
    const isComma = joint?.kind === 'symbol' && /[,，،、/]/.test(joint.text);
    if (!hasCue(joint, 'or', 'to') && !isComma && !hasCue(joint, 'and')) return;
    let at = last + 2;
    while (hasCue(items[at], 'or', 'size-word') || items[at]?.text === 'size') at++;
    let own = systemAt(items, at);
    if (own) at++;
    if (!isNumber(items[at])) return;
    const isRange = hasCue(joint, 'to') && !isComma;
    if (items[at + 1]?.ids.some((id) => id.startsWith('currency:')) || !isPlausibleSize(items[at]!.value)) return;
    if (isComma && hasCue(items[at + 1], 'to', 'price-max-after', 'price-min-after')) return;
    const behind = systemAt(items, at + 1);
    const following = items[at + 1];
    for (let index = last + 1; index <= at; index++) indexes.push(index);
    if (behind) {
      own ??= behind;
      indexes.push(at + 1);
    } else if (hasCue(following, 'size-word') && following && isHan(following.text)) indexes.push(at + 1);
    const named = own ?? system;
    if (own && !system) for (const size of sizes) size.system ??= own;
    const from = Number(sizes[sizes.length - 1]!.value);
    const to = items[at]!.value;
    const step = from >= 30 ? 0.5 : from % 2 === 0 && to % 2 === 0 ? 2 : 0.5;
    if (isRange && to > from && to - from <= 12) {
      for (let value = from + step; value < to; value += step) sizes.push(sizeOf(String(value), named));
    }
    sizes.push(sizeOf(String(to), named));
  }
}

function sizeOf(value: string, system: string | undefined): SizeValue {
  return system === undefined ? { value } : { value, system };
}

function isHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x3400 && code <= 0x9fff;
}

/** XS to 5XL and "one size": certain abbreviations anywhere, words and single letters only where a size is spoken of. */
function readLettered(items: Item[], at: number, text: string, isClothing: boolean): Found | undefined {
  const letter = letterAt(items, at);
  if (!letter) return undefined;
  const item = items[at]!;
  const written = text.slice(item.start, item.end);
  const opening = before(items, at, 2);
  const isIntroduced = hasCue(items[opening], 'size-word') && opening >= at - 3;
  const closing = items[at + 1];
  const isFollowed = hasCue(closing, 'size-word') && /^(?:码|号|size)/.test(closing!.text.toLowerCase());
  const isCertain = /^(?:\d?x{1,4}[sl]|[2-5]x[sl]|one[ -]?size|onesize|free size|one size fits (?:all|most))$/i.test(
    written,
  );
  const isCapital = /^(?:XXS|XS|S|M|L|XL)$/.test(written) && !isShouted(text);
  const isWordy =
    /[加大小中均通]|سایز|لارج|اسمال|مدیوم/.test(written) &&
    (written.length > 1 || isFollowed) &&
    !/^[大中小]$/.test(written);
  // "Rain jacket, medium, under 100": alone between commas the word is a size of clothes, of a bag it is a shape.
  const isAlone = isClothing && isEdge(items[at - 1]) && (isEdge(items[at + 1]) || hasCue(items[at + 1], 'or'));
  const isShapeWord = /^(?:大号|小号|中号|大码|加大码)$/.test(written);
  if (!isIntroduced && !isFollowed && !isCertain && !isCapital && !isAlone && !(isWordy && !isShapeWord))
    return undefined;
  if (isIntroduced && !isSizeGap(items, opening, at)) return undefined;
  const indexes = [at];
  if (isIntroduced) indexes.push(opening);
  if (isFollowed) indexes.push(at + 1);
  const sizes: SizeValue[] = [sizeOf(letter, letter === 'ONE' ? 'ONE' : 'INT')];
  for (let guard = 0; guard < 6; guard++) {
    const last = Math.max(...indexes);
    const joint = items[last + 1];
    const isJoint = hasCue(joint, 'or', 'to', 'and') || (joint?.kind === 'symbol' && /[,，،、/]/.test(joint.text));
    const next = isJoint ? letterAt(items, last + 2) : undefined;
    if (!next) break;
    indexes.push(last + 1, last + 2);
    if (hasCue(items[last + 3], 'size-word') && isHan(items[last + 3]!.text)) indexes.push(last + 3);
    sizes.push(sizeOf(next, 'INT'));
  }
  return { sizes, indexes };
}

/** Whether a clause begins or ends there. */
function isEdge(item: Item | undefined): boolean {
  return item === undefined || isComma(item) || isClauseEnd(item);
}

/** A text all in capitals, in which a capital says nothing. */
function isShouted(text: string): boolean {
  const letters = text.replace(/[^A-Za-z]/g, '');
  return letters.length > 6 && letters === letters.toUpperCase();
}

/** "in a small" is a size; "in a small bag" is not. */
function isSizeGap(items: Item[], opening: number, at: number): boolean {
  if (items[opening]!.text.toLowerCase() !== 'in a') return true;
  const next = after(items, at, 0);
  return items[next] === undefined || items[next]!.kind === 'symbol' || items[next]!.cues.length > 0;
}

function letterAt(items: Item[], at: number): string | undefined {
  const item = items[at];
  if (!item || item.isUsed) return undefined;
  const cue = item.cues.find((each) => each.startsWith('size-') && each !== 'size-word');
  return cue?.slice(5);
}
