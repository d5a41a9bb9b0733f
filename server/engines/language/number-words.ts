import type { Item } from './match.ts';

const HAN_DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const HAN_SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const HAN_NUMBER = /^[零〇一二两三四五六七八九十百千万]+$/;

const WORDS = new Map<string, number>(
  [
    'ten:10 fifteen:15 twenty:20 thirty:30 forty:40 fifty:50 sixty:60 seventy:70 eighty:80 ninety:90',
    'one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9',
    'یک:1 دو:2 سه:3 چهار:4 پنج:5 شش:6 هفت:7 هشت:8 نه:9 ده:10 پانزده:15 بیست:20 سی:30 چهل:40 پنجاه:50 شصت:60 هفتاد:70',
    'هشتاد:80 نود:90 صد:100 دویست:200 سیصد:300 چهارصد:400 پانصد:500 ششصد:600 هفتصد:700 هشتصد:800 نهصد:900',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), Number(pair.slice(pair.indexOf(':') + 1))]),
);
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['هزار', 1000],
]);

/** Turns number words that stand for ten and more in numbers: 五百块, "two hundred euros", «صد و پنجاه یورو». */
export function joinNumberWords(items: Item[]): Item[] {
  const joined: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const han = item.kind === 'word' && HAN_NUMBER.test(item.text) ? hanNumber(item.text) : undefined;
    if (han !== undefined && han >= 10) {
      joined.push(asNumber(item, item, han));
      continue;
    }
    const found = readWords(items, at);
    if (found) {
      joined.push(asNumber(item, items[found.last]!, found.value));
      at = found.last;
    } else joined.push(item);
  }
  return joined;
}

/** 一千二百, and 一百五 for 150. */
function hanNumber(text: string): number | undefined {
  let total = 0;
  let digit = 0;
  let lastScale = 1;
  for (const character of text) {
    const scale = HAN_SCALES[character];
    if (scale === undefined) {
      digit = HAN_DIGITS[character]!;
      if (character === '零' || character === '〇') lastScale = 10;
      continue;
    }
    if (scale === 10_000) total = (total + digit) * scale;
    else total += (digit === 0 ? 1 : digit) * scale;
    digit = 0;
    lastScale = scale;
  }
  if (digit > 0) total += lastScale >= 100 ? (digit * lastScale) / 10 : digit;
  return total > 0 ? total : undefined;
}

function readWords(items: Item[], at: number): { value: number; last: number } | undefined {
  let total = 0;
  let current = 0;
  let last = -1;
  for (let index = at; index < items.length && index < at + 9; index++) {
    const word = items[index]!.text.toLowerCase();
    const value = WORDS.get(word);
    const scale = SCALES.get(word);
    if (value !== undefined) {
      if (current > 0 && value >= current) break;
      current += value;
      last = index;
    } else if (scale !== undefined && last < 0 && isOne(items[at - 1])) {
      current = scale;
      last = index;
    } else if (scale !== undefined && last >= 0) {
      current *= scale;
      if (scale === 1000) {
        total += current;
        current = 0;
      }
      last = index;
    } else if (last < 0 || !(word === 'و' || word === 'and' || word === '-')) break;
    else if (!WORDS.has(items[index + 1]?.text.toLowerCase() ?? '')) break;
  }
  const value = total + current;
  return last >= 0 && value >= 10 ? { value, last } : undefined;
}

/** "A hundred" is one hundred; a bare "hundred" may be anything. */
function isOne(previous: Item | undefined): boolean {
  return previous !== undefined && /(?:^|\s)an?$/i.test(previous.text);
}

function asNumber(first: Item, last: Item, value: number): Item {
  return { ...first, end: last.end, kind: 'number', ids: [], cues: [], entry: undefined, value };
}
