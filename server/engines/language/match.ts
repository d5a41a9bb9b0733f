import { numberForms } from './label-forms.ts';
import { lex, numberValue, type Unit } from './lex.ts';
import { conceptFacet, type Lexicon } from './lexicon.ts';
import type { Speller } from './speller.ts';
import type { Entry, TrieNode } from './trie.ts';

/** A stretch of text with what it means. */
export type Item = {
  start: number;
  end: number;
  text: string;
  kind: 'match' | 'number' | 'symbol' | 'word';
  ids: string[];
  cues: string[];
  brands: string[];
  isPartialBrand: boolean;
  entry: Entry | undefined;
  /** The value of a number. */
  value: number;
  /** Consumed by a price, size or measurement. */
  isUsed: boolean;
  isNegated: boolean;
  /** How many units it spans. */
  length: number;
  /** Its words as corrected, where one was misspelt. */
  corrected: string | undefined;
};

export type MatchOptions = {
  brandRoot?: TrieNode;
  speller?: Speller;
  /** Words that are right as they stand. */
  isKnown?: (word: string) => boolean;
};

const PERSIAN_SUFFIXES = new Set(['ها', 'های', 'هایی', 'ی', 'ای', 'یی']);
const PERSIAN_ENDINGS = ['هایی', 'های', 'ها', 'ای', 'یی', 'اش', 'ام', 'ات', 'ی', 'م', 'ش', 'و'];
const MAX_LENGTH = 12;
/** What leaving one Han character unexplained costs: 麂皮夹克 is suede and a jacket, not 麂 and a leather jacket. */
const LOST_HAN = 40;

/** Cuts a text in the stretches that explain most of it: longest labels win, decided over the whole text. */
export function matchText(lexicon: Lexicon, text: string, options: MatchOptions = {}): Item[] {
  const units = lex(text);
  const forms = units.map((unit) => resolveForm(lexicon, unit, options));
  const count = units.length;
  const best = new Int32Array(count + 1);
  const length = new Int32Array(count + 1);
  const entries: (Entry | undefined)[] = new Array(count);
  const brandEntries: (Entry | undefined)[] = new Array(count);
  for (let at = count - 1; at >= 0; at--) {
    best[at] = best[at + 1]! - (units[at]!.kind === 'han' ? LOST_HAN : 0);
    length[at] = 1;
    walk(lexicon.root, forms, at, (end, entry) => {
      const size = end - at;
      if (isMeasureWord(entry) && units[at - 1]?.kind !== 'number' && !isScaled(forms, at)) return;
      if (isInsideHanNumber(forms, at)) return;
      const score = 20 * size * size + size * (entry.ids.length > 0 ? 2 : 1) + best[end]!;
      if (score < best[at]! || (score === best[at] && size <= length[at]!)) return;
      best[at] = score;
      length[at] = size;
      entries[at] = entry;
      brandEntries[at] = undefined;
    });
    if (!options.brandRoot) continue;
    walk(options.brandRoot, forms, at, (end, entry) => {
      const size = end - at;
      if (entry.isShyBrand && !isIntroduced(text, units, at, end)) return;
      const score = 20 * size * size + (entry.isPartialBrand ? 0 : 10) + best[end]!;
      if (score <= best[at]!) return;
      best[at] = score;
      length[at] = size;
      entries[at] = undefined;
      brandEntries[at] = entry;
    });
  }
  const items: Item[] = [];
  for (let at = 0; at < count; at += length[at]!) {
    items.push(itemOf(text, units, forms, at, length[at]!, entries[at], brandEntries[at]));
  }
  return dropLooseHan(items);
}

function walk(root: TrieNode, forms: readonly string[], at: number, visit: (end: number, entry: Entry) => void): void {
  let node: TrieNode | undefined = root.next?.get(forms[at]!);
  let end = at + 1;
  while (node) {
    if (node.entry) visit(end, node.entry);
    if (end >= forms.length || end - at >= MAX_LENGTH) return;
    const form = forms[end]!;
    const next: TrieNode | undefined = node.next?.get(form);
    if (next) node = next;
    else if (!PERSIAN_SUFFIXES.has(form)) return;
    end++;
  }
}

/** Units and multipliers, which mean something behind a number alone. */
function isMeasureWord(entry: Entry): boolean {
  return (
    entry.ids.every((id) => id.startsWith('unit:')) &&
    entry.cues.every((cue) => MULTIPLIERS.has(cue)) &&
    entry.ids.length + entry.cues.length > 0
  );
}

const MULTIPLIERS = new Set(['yuan-word', 'hundred', 'thousand', 'ten-thousand', 'million']);
const SCALES = new Set(['k', '百', '千', '万', 'صد', 'هزار', 'میلیون', 'thousand', 'hundred', 'million']);

function isScaled(forms: readonly string[], at: number): boolean {
  const previous = forms[at - 1] ?? '';
  return SCALES.has(previous) || (HAN_NUMERAL.test(previous) && !HAN_NUMERAL.test(forms[at]!));
}

/** 一 of 五十一块 belongs to the number, whatever 一块 may mean. */
function isInsideHanNumber(forms: readonly string[], at: number): boolean {
  return HAN_SCALE.test(forms[at - 1] ?? '') && HAN_DIGIT.test(forms[at]!);
}

/** "Coach" or "by coach" is the brand; "coach" alone may be anything. */
function isIntroduced(text: string, units: Unit[], at: number, end: number): boolean {
  const first = text.charAt(units[at]!.start);
  const isCapital = first !== first.toLowerCase();
  const restIsLower = /\p{Ll}/u.test(text.slice(units[at]!.start, units[end - 1]!.end));
  const hasOthers = at > 0 || units[end] !== undefined;
  if (isCapital && restIsLower && (at > 0 || end - at > 1 || !hasOthers)) return true;
  const inside = text.slice(units[at]!.start, units[end - 1]!.end);
  if (end - at > 1 && /[-&]/.test(inside)) return true;
  const before = units[at - 1]?.form;
  return before === 'by' || before === 'brand' || before === 'from' || before === 'برند' || before === '牌';
}

function itemOf(
  text: string,
  units: Unit[],
  forms: readonly string[],
  at: number,
  length: number,
  entry: Entry | undefined,
  brand: Entry | undefined,
): Item {
  const unit = units[at]!;
  const end = units[at + length - 1]!.end;
  const isMatch = entry !== undefined || brand !== undefined;
  return {
    start: unit.start,
    end,
    text: text.slice(unit.start, end),
    kind: isMatch ? 'match' : unit.kind === 'number' || unit.kind === 'symbol' ? unit.kind : 'word',
    ids: entry ? [...entry.ids] : [],
    cues: entry ? entry.cues : [],
    brands: brand ? brand.brands : [],
    isPartialBrand: brand?.isPartialBrand ?? false,
    entry,
    value: unit.kind === 'number' ? numberValue(unit.form) : Number.NaN,
    isUsed: false,
    isNegated: false,
    length,
    corrected: isCorrected(units, forms, at, length) ? forms.slice(at, at + length).join(' ') : undefined,
  };
}

function isCorrected(units: Unit[], forms: readonly string[], at: number, length: number): boolean {
  for (let index = at; index < at + length; index++) if (forms[index] !== units[index]!.form) return true;
  return false;
}

function resolveForm(lexicon: Lexicon, unit: Unit, options: MatchOptions): string {
  const form = unit.form;
  if (unit.kind !== 'word' || lexicon.words.has(form) || options.brandRoot?.next?.has(form)) return form;
  const first = form.charCodeAt(0);
  if (first >= 0x600 && first <= 0x6ff) {
    for (const ending of PERSIAN_ENDINGS) {
      const base = form.slice(0, -ending.length);
      if (form.endsWith(ending) && base.length >= 3 && lexicon.words.has(base)) return base;
    }
  } else {
    for (const other of numberForms(form)) if (lexicon.words.has(other)) return other;
  }
  if (!options.speller || options.isKnown?.(form)) return form;
  return options.speller.correct(form) ?? form;
}

/** A single Han character means something only where its neighbours are understood too: 白 of 明白 is not white. */
function dropLooseHan(items: Item[]): Item[] {
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (item.kind !== 'match' || item.text.length !== 1 || item.ids.length === 0 || !isHan(item.text)) continue;
    if (item.ids.some((id) => id.startsWith('currency:')) && HAN_NUMERAL.test(items[at - 1]?.text ?? '')) continue;
    if (isUnknownHan(items[at - 1], item.start) || isUnknownHan(items[at + 1], item.end)) {
      item.kind = 'word';
      item.ids = [];
      item.cues = [];
    }
  }
  return mergeWords(items);
}

const HAN_SCALE = /^[零〇十百千]$/;
const HAN_DIGIT = /^[一二三四五六七八九]$/;
const HAN_NUMERAL = /[零〇一二两三四五六七八九十百千万]$/;

function isUnknownHan(item: Item | undefined, touching: number): boolean {
  if (item?.kind !== 'word' || (item.start !== touching && item.end !== touching)) return false;
  return isHan(item.text.charAt(item.start === touching ? 0 : item.text.length - 1));
}

function isHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x3400 && code <= 0x9fff;
}

function mergeWords(items: Item[]): Item[] {
  const merged: Item[] = [];
  for (const item of items) {
    const last = merged[merged.length - 1];
    const joins = last?.kind === 'word' && item.kind === 'word' && last.end === item.start && isHan(item.text);
    if (last && joins) {
      last.end = item.end;
      last.text += item.text;
      last.length += item.length;
    } else merged.push(item);
  }
  return merged;
}

/** Whether an item speaks of a facet. */
export function speaksOf(item: Item, facet: string): boolean {
  return item.ids.some((id) => conceptFacet(id) === facet);
}

/** Whether an item carries a cue. */
export function hasCue(item: Item | undefined, ...cues: string[]): boolean {
  return item !== undefined && !item.isUsed && item.cues.some((cue) => cues.includes(cue));
}
