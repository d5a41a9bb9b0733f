import { hasCue, type Item } from './match.ts';

/** Marks that end a clause; a comma only separates. */
const CLAUSE_ENDS = new Set(['.', ';', '!', '?', '(', ')', ',', '\n', ':']);

/** Whether the item carries no meaning of its own. */
export function isFiller(item: Item): boolean {
  if (item.isUsed || item.ids.length > 0 || item.brands.length > 0) return false;
  return (
    item.cues.length > 0 &&
    item.cues.every((cue) => cue === 'stop' || cue === 'intensifier' || cue.startsWith('intent-'))
  );
}

export function isClauseEnd(item: Item): boolean {
  return item.kind === 'symbol' && CLAUSE_ENDS.has(item.text.length === 1 ? foldMark(item.text) : item.text);
}

function foldMark(mark: string): string {
  return mark === '，' || mark === '،'
    ? ','
    : mark === '。'
      ? '.'
      : mark === '؟' || mark === '？'
        ? '?'
        : mark === '；' || mark === '؛'
          ? ';'
          : mark === '！'
            ? '!'
            : mark === '：'
              ? ':'
              : mark;
}

export function isComma(item: Item): boolean {
  return item.kind === 'symbol' && (item.text === ',' || item.text === '，' || item.text === '،' || item.text === '、');
}

/** The nearest item before `at` that is not filler; at most `reach` fillers are skipped. */
export function before(items: Item[], at: number, reach = 3): number {
  let index = at - 1;
  let left = reach;
  while (index >= 0 && isFiller(items[index]!) && left-- > 0) index--;
  return index;
}

/** The nearest item after `at` that is not filler. */
export function after(items: Item[], at: number, reach = 3): number {
  let index = at + 1;
  let left = reach;
  while (index < items.length && isFiller(items[index]!) && left-- > 0) index++;
  return index;
}

/** Whether the item names something that can be wanted or excluded. */
export function isThing(item: Item): boolean {
  return !item.isUsed && (item.brands.length > 0 || item.ids.some((id) => !NOT_THINGS.test(id)));
}

const NOT_THINGS = /^(?:currency|unit|aspect):/;

export function use(items: Item[], ...indexes: number[]): void {
  for (const index of indexes) {
    const item = items[index];
    if (item) item.isUsed = true;
  }
}

/** Grammar words that carry no meaning of their own when nothing came of them. */
const FUNCTION_WORDS = new Set(
  'under below over above in for about from between to than inside within near beneath around and or with also plus some but not no without non nor never nothing if more most very'.split(
    ' ',
  ),
);

/** A cue that came to nothing is a word after all: "air max", "french press", "chess set". */
export function isLostWord(item: Item): boolean {
  if (item.isUsed || item.kind !== 'match' || item.ids.length > 0 || item.brands.length > 0 || item.length > 1)
    return false;
  if (item.cues.some((cue) => KEPT_CUES.test(cue))) return false;
  const word = item.text.toLowerCase();
  return word.length >= 2 && !FUNCTION_WORDS.has(word) && /^[a-z]+$/.test(word);
}

const KEPT_CUES =
  /^(?:stop|intensifier|demand|hedge|negate-|free-suffix|neutral|refer-|compare-|intent-|or$|and$|but$|more$|match-with|give|size-word)/;

export { hasCue };
