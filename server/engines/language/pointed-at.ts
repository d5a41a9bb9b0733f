import type { Span } from './need.ts';

/**
 * Which of the things in sight an utterance points at: "the second one", «第二件», «دومی», "compare the first two".
 * Positions count from 0 in the order of mention; `beyond` says that one was named that is not there.
 */
export type Pointing = { positions: number[]; spans: Span[]; beyond: boolean };

const MOST_AT_ONCE = 4;

const NUMBERS: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  last: -1,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  یک: 1,
  اول: 1,
  دو: 2,
  دوم: 2,
  سه: 3,
  سوم: 3,
  چهار: 4,
  چهارم: 4,
  پنج: 5,
  پنجم: 5,
  شش: 6,
  ششم: 6,
  هفتم: 7,
  هشتم: 8,
  نهم: 9,
  دهم: 10,
  آخر: -1,
};

const EN_ORDINAL =
  '(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|1st|2nd|3rd|[4-9]th|1\\dth|20th)';
const ZH_NUMBER = '([一二两三四五六七八九十]|\\d{1,2})';
const ZH_MEASURE = '(?:件|个|款|条|双|只|本|顶|张|台|副|枚|对|套|种|把|支|瓶)';
const FA_ORDINAL = '(اول|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|آخر)';
const FA_COUNT = '(دو|سه|چهار|[234])';

/** The first few ("the first two"), as a count from the front or, for the last few, from the end. */
const RANGES: RegExp[] = [
  /\b(?:the )?(first|last) (two|three|four|2|3|4)\b/g,
  new RegExp(`(前|最后)${ZH_NUMBER}${ZH_MEASURE}?`, 'g'),
  /(前|最后)(俩)/g,
  new RegExp(`(?<![\\p{L}])${FA_COUNT}[ \\u200c]?(?:تای|مورد|گزینه|تا)?[ \\u200c](اول|آخر)(?![\\p{L}])`, 'gu'),
];

/** Two at once without saying which: the first two. */
const PAIRS =
  /\b(?:the|these|those) (?:two|2)\b|\bboth(?: of them)?\b|\bthem both\b|这(?:两|俩)(?:件|个|款|条|双)?|那两(?:件|个|款|条|双)|它们俩|(?<![\p{L}])(?:این|آن|اون|هر) ?دو(?: ?تا)?(?![\p{L}])|دوتاشون|دوتاشان/gu;

/** All that are in sight. */
const ALL =
  /\b(?:these|them|those)\b|\ball (?:of them|three|four)\b|它们|这些|那些|这几(?:件|个|款|条|双)|(?<![\p{L}])(?:این‌ها|اینها|اینا|آن‌ها|آنها|اونا|همه‌شان|همشون)(?:\s?را)?(?![\p{L}])/gu;

const SINGLES: RegExp[] = [
  // "the second", "third one", "number 2"; not "second hand", "the first time".
  new RegExp(
    `\\b(?:the )${EN_ORDINAL}\\b(?! (?:time|day|week|weekend|month|year|half|hand|class|world|thing|step|floor|date|dance|name|two|three|four|[234])\\b)(?: (?:ones?|item|piece|listing|card|result|option|pair)\\b)?`,
    'g',
  ),
  new RegExp(`\\b${EN_ORDINAL} (?:one|item|piece|listing|card|result|option)\\b`, 'g'),
  /(?:\b(?:number|no\.?|nr\.?|item|option) ?|#)(one|two|three|four|five|six|\d{1,2})\b(?! ?(?:x|\*|cm|inch))/g,
  new RegExp(`第${ZH_NUMBER}(?!次|天|年|名|季|届|代|步|集|章|手|页|周|个月|一|二|十|百)${ZH_MEASURE}?`, 'g'),
  new RegExp(`最后(一)${ZH_MEASURE}`, 'g'),
  new RegExp(`(?<![\\p{L}])${FA_ORDINAL}ی(?:ن)?(?![\\p{L}])(?! (?:بار|روز|سال|قدم))`, 'gu'),
  new RegExp(`(?<=(?:مورد|گزینه|شماره|نتیجه|یکی|کالای|لباس|پیراهن|هدفون|کفش|کیف|کت) )${FA_ORDINAL}(?![\\p{L}])`, 'gu'),
  /(?<![\p{L}])شماره[‌ی ]* ?(یک|دو|سه|چهار|پنج|\d{1,2})(?![\p{L}\d])/gu,
];

/** Reads what of `inSight` things, shown in this order, a text points at; nothing where it points at none. */
export function readPointing(text: string, inSight: number): Pointing | undefined {
  const read = asciiDigits(text.toLowerCase());
  const found: { at: Span; positions: number[] }[] = [];
  const isFree = (start: number) => found.every(({ at }) => start < at.start || start >= at.end);
  const add = (pattern: RegExp, positionsOf: (match: RegExpMatchArray) => number[]) => {
    for (const match of read.matchAll(pattern))
      if (isFree(match.index))
        found.push({ at: { start: match.index, end: match.index + match[0].length }, positions: positionsOf(match) });
  };
  const fromEnd = (count: number) => (word: string) => (/^(?:last|最后|آخر)$/.test(word) ? inSight - count : 0);
  for (const range of RANGES)
    add(range, (match) => {
      const [one = '', two = ''] = match.slice(1);
      const [place, amount] = numberOf(two) > 0 && !/^(?:اول|آخر)$/.test(two) ? [one, two] : [two, one];
      const count = numberOf(amount);
      return Array.from({ length: count }, (_, i) => fromEnd(count)(place) + i);
    });
  for (const single of SINGLES)
    add(single, (match) => {
      if (match[0].startsWith('最后')) return [inSight - 1];
      const position = numberOf(match[1]!);
      return [position < 0 ? inSight - 1 : position - 1];
    });
  if (found.length === 0) add(PAIRS, () => [0, 1]);
  if (found.length === 0) add(ALL, () => Array.from({ length: Math.min(inSight, MOST_AT_ONCE) }, (_, i) => i));
  if (found.length === 0) return undefined;

  found.sort((a, b) => a.at.start - b.at.start);
  const named = [...new Set(found.flatMap(({ positions }) => positions))];
  const positions = named.filter((position) => position >= 0 && position < inSight);
  return { positions, spans: found.map(({ at }) => at), beyond: positions.length < named.length };
}

function numberOf(word: string): number {
  return NUMBERS[word] ?? (Number.parseInt(word, 10) || 0);
}

/** Each digit is one code unit in all scripts, so that offsets stay. */
function asciiDigits(text: string): string {
  return text.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
}
