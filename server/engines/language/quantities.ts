import { after, before, hasCue, use } from './items.ts';
import type { Item } from './match.ts';

/** A number, or a span between two, with what it is compared by and what it counts. Offsets index `items`. */
export type Quantity = {
  first: number;
  last: number;
  min: number | undefined;
  max: number | undefined;
  /** Neither a bound nor "around" was said. */
  isBare: boolean;
  isAround: boolean;
  currency: string | undefined;
  /** 元, 块: money of whatever currency the catalogue counts in. */
  isMoney: boolean;
  unit: string | undefined;
  /** Set where a comparison stood with it ("under", "budget"). */
  isCompared: boolean;
};

type Amount = {
  value: number;
  first: number;
  last: number;
  currency: string | undefined;
  unit: string | undefined;
  isMoney: boolean;
};

/** Reads the quantity that begins at item `at`, which must be a number. */
export function readQuantity(items: Item[], at: number): Quantity {
  const one = readAmount(items, at);
  const separator = one.last + 1;
  const other =
    hasCue(items[separator], 'to') || isRangeAnd(items, one, separator) ? nextAmount(items, separator) : undefined;
  let first = one.first;
  let last = other?.last ?? one.last;
  const currency = other?.currency ?? one.currency;
  const unit = other?.unit ?? one.unit;
  const isMoney = one.isMoney || (other?.isMoney ?? false);
  const opening = beforeMark(items, first);
  const opener = items[opening];

  if (other) {
    let scale = 1;
    if (other.value >= 1000 && one.value < 10 && one.value * 1000 <= other.value) scale = 1000;
    if (hasCue(opener, 'between', 'price-max', 'around', 'money-word')) {
      use(items, opening);
      first = opening;
    }
    const closing = after(items, last, 2);
    if (hasCue(items[closing], 'range-after')) {
      use(items, closing);
      last = closing;
    }
    const low = Math.min(one.value * scale, other.value);
    const high = Math.max(one.value * scale, other.value);
    return {
      first,
      last,
      min: low,
      max: high,
      isBare: false,
      isAround: false,
      currency,
      unit,
      isMoney,
      isCompared: hasCue(opener, 'between'),
    };
  }

  const quantity: Quantity = {
    first,
    last,
    min: undefined,
    max: undefined,
    isBare: true,
    isAround: false,
    currency,
    unit,
    isMoney,
    isCompared: false,
  };
  const bound = readBound(items, opening, last);
  if (bound) {
    quantity.isBare = false;
    quantity.isCompared = true;
    quantity.first = Math.min(first, bound.at);
    quantity.last = Math.max(last, bound.at);
    if (bound.kind === 'max') quantity.max = one.value;
    else if (bound.kind === 'min') quantity.min = one.value;
    else {
      quantity.isAround = true;
      quantity.min = one.value;
      quantity.max = one.value;
    }
  } else {
    quantity.min = one.value;
    quantity.max = one.value;
  }
  return quantity;
}

function isRangeAnd(items: Item[], one: Amount, separator: number): boolean {
  return hasCue(items[separator], 'and') && hasCue(items[before(items, one.first)], 'between');
}

function nextAmount(items: Item[], separator: number): Amount | undefined {
  let at = separator + 1;
  if (isCurrency(items[at])) at++;
  return items[at]?.kind === 'number' && !items[at]!.isUsed ? readAmount(items, at) : undefined;
}

type Bound = { kind: 'max' | 'min' | 'around'; at: number };

/**
 * The comparison beside a number. One behind it ("50 or less", 50元以下) outweighs one before it, because «预算50以下»
 * and "budget around 50" carry a general word and a precise one.
 */
function readBound(items: Item[], opening: number, last: number): Bound | undefined {
  const closing = after(items, last, 2);
  const behind = items[closing];
  const ahead = items[opening];
  const found: Bound[] = [];
  if (hasCue(behind, 'price-max-after')) found.push({ kind: 'max', at: closing });
  else if (hasCue(behind, 'price-min-after') && !hasCue(behind, 'price-max')) found.push({ kind: 'min', at: closing });
  else if (hasCue(behind, 'around-after')) found.push({ kind: 'around', at: closing });
  if (hasCue(ahead, 'around')) found.push({ kind: 'around', at: opening });
  if (hasCue(ahead, 'price-max')) found.push({ kind: 'max', at: opening });
  else if (hasCue(ahead, 'price-min')) found.push({ kind: 'min', at: opening });
  if (hasCue(ahead, 'around')) {
    const further = before(items, opening);
    if (hasCue(items[further], 'price-max')) use(items, further);
    if (hasCue(items[further], 'price-min')) return { kind: 'min', at: further };
  }
  if (hasCue(ahead, 'to') && !hasCue(ahead, 'between')) found.push({ kind: 'max', at: opening });
  if (found.length === 0 && ahead?.text.toLowerCase() === 'from') found.push({ kind: 'min', at: opening });
  const bound = found[0];
  for (const each of found) use(items, each.at);
  if (bound && bound.kind !== 'around') turnByNegation(items, bound, opening, closing);
  return bound;
}

/** "Not over 50" and «بیشتر از ۵۰ نباشد» bound the other side. */
function turnByNegation(items: Item[], bound: Bound, opening: number, closing: number): void {
  const isAhead = bound.at === opening;
  const front = before(items, opening, 1);
  if (isAhead && hasCue(items[closing], 'negate-after') && !hasCue(items[closing], 'negate-before')) {
    bound.kind = bound.kind === 'min' ? 'max' : 'min';
    use(items, closing);
  } else if (isAhead && hasCue(items[front], 'negate-before')) {
    bound.kind = bound.kind === 'min' ? 'max' : 'min';
    use(items, front);
  }
}

/** As `before`, across a colon or bracket: "budget: 50". */
function beforeMark(items: Item[], at: number): number {
  const index = before(items, at);
  const item = items[index];
  return item?.kind === 'symbol' && /^[:：(（=]$/.test(item.text) ? before(items, index) : index;
}

function isCurrency(item: Item | undefined): boolean {
  return item !== undefined && !item.isUsed && item.ids.some((id) => id.startsWith('currency:'));
}

/** A number with its multiplier, currency and unit on either side. */
function readAmount(items: Item[], at: number): Amount {
  let value = items[at]!.value;
  let last = at;
  let first = at;
  const scales: [string, number][] = [
    ['hundred', 100],
    ['thousand', 1000],
    ['ten-thousand', 10_000],
    ['million', 1_000_000],
  ];
  for (let step = 0; step < 2; step++) {
    const scale = scales.find(([cue]) => hasCue(items[last + 1], cue));
    if (!scale || (items[last + 1]!.text.length === 1 && items[last + 1]!.start !== items[last]!.end)) break;
    value *= scale[1];
    last++;
  }
  let currency: string | undefined;
  let unit: string | undefined;
  let isMoney = false;
  const left = items[first - 1];
  if (isCurrency(left)) {
    currency = currencyOf(left!);
    first--;
  }
  const right = items[last + 1];
  if (right && !right.isUsed) {
    if (currency === undefined && isCurrency(right)) {
      currency = currencyOf(right);
      last++;
    } else if (hasCue(right, 'yuan-word')) {
      isMoney = true;
      last++;
      if (isCurrency(items[last + 1])) currency = currencyOf(items[++last]!);
    } else {
      const named = right.ids.find((id) => id.startsWith('unit:'));
      if (named && currency === undefined) {
        unit = named.slice(5);
        last++;
      }
    }
  }
  return { value, first, last, currency, unit, isMoney };
}

function currencyOf(item: Item): string {
  return item.ids.find((id) => id.startsWith('currency:'))!.slice(9);
}
