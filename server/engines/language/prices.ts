import { use } from './items.ts';
import type { Item } from './match.ts';
import type { Constraint } from './need.ts';
import type { Quantity } from './quantities.ts';

/** ISO 4217 exponents that are not 2. */
const EXPONENTS: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
};

/** How far "around" reaches to either side. */
const AROUND = 0.2;

/** Minor units of a whole amount; where no currency is known, hundredths. */
export function minorUnits(amount: number, currency: string | undefined): number {
  return Math.round(amount * 10 ** (currency === undefined ? 2 : (EXPONENTS[currency] ?? 2)));
}

/** A quantity of money as a constraint, or nothing where it is not money. It never bends. */
export function priceOf(items: Item[], quantity: Quantity, isPricePlausible: boolean): Constraint | undefined {
  if (quantity.unit !== undefined) return undefined;
  const isNamed = quantity.currency !== undefined || quantity.isMoney;
  if (!isNamed && !isPricePlausible) return undefined;
  const isToman = quantity.currency === 'IRT';
  const currency = isToman ? 'IRR' : quantity.currency;
  const scale = isToman ? 10 : 1;
  const isAround = quantity.isAround || quantity.isBare;
  const min = quantity.min === undefined ? undefined : quantity.min * scale * (isAround ? 1 - AROUND : 1);
  const max = quantity.max === undefined ? undefined : quantity.max * scale * (isAround ? 1 + AROUND : 1);
  for (let at = quantity.first; at <= quantity.last; at++) use(items, at);
  const constraint: Constraint = {
    key: '',
    facet: 'price',
    operator: 'range',
    anyOf: [],
    bendable: false,
    span: { start: items[quantity.first]!.start, end: items[quantity.last]!.end },
  };
  if (min !== undefined) constraint.min = minorUnits(min, currency);
  if (max !== undefined) constraint.max = minorUnits(max, currency);
  if (currency !== undefined) constraint.currency = currency;
  constraint.key = priceKey(constraint);
  return constraint;
}

function priceKey(constraint: Constraint): string {
  return `price:range:${constraint.min ?? ''}-${constraint.max ?? ''}${constraint.currency ? `:${constraint.currency}` : ''}`;
}

/** "At least 50" and "at most 100" are one range; of two bounds on one side the narrower holds. */
export function mergePrices(prices: Constraint[]): Constraint[] {
  const merged: Constraint[] = [];
  for (const price of prices) {
    const same = merged.find((other) => (other.currency ?? price.currency) === (price.currency ?? other.currency));
    if (!same) {
      merged.push({ ...price });
      continue;
    }
    if (price.min !== undefined) same.min = Math.max(same.min ?? price.min, price.min);
    if (price.max !== undefined) same.max = Math.min(same.max ?? price.max, price.max);
    same.currency ??= price.currency;
    if (same.span && price.span) {
      same.span = { start: Math.min(same.span.start, price.span.start), end: Math.max(same.span.end, price.span.end) };
    }
    same.key = priceKey(same);
  }
  return merged;
}
