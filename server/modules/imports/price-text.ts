import { quoted, RowProblem } from './row-problem.ts';

/** The most a listing may cost, in minor units. */
const mostMinor = 100_000_000_000n;

const digits = new Map<string, number>();

/** Digits after the point in a currency's amounts (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD; null for no currency. */
export function currencyDigits(currency: string): number | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  let known = digits.get(currency);
  if (known === undefined) {
    if (!Intl.supportedValuesOf('currency').includes(currency)) return null;
    known = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digits.set(currency, known);
  }
  return known;
}

/**
 * An amount such as `1250`, `1250.5` or `1250.50` in the currency's minor units, exactly. Signs, thousands separators,
 * currency marks, commas, exponents and more digits than the currency has are refused: a guess could be wrong by a factor.
 */
export function parsePrice(amount: unknown, currency: string, field: string): number {
  const text = typeof amount === 'number' ? String(amount) : typeof amount === 'string' ? amount.trim() : '';
  const count = currencyDigits(currency);
  if (count === null)
    throw new RowProblem(field, `${quoted(currency)} is not a currency (an ISO 4217 code such as USD)`);
  if (/^[-−]/.test(text)) throw new RowProblem(field, `${quoted(amount)} is negative`);
  const match = /^(\d{1,13})(?:\.(\d{1,12}))?$/.exec(text);
  if (!match) throw new RowProblem(field, `${quoted(amount)} is not a plain amount such as 1250.00`);
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > count)
    throw new RowProblem(
      field,
      `${quoted(amount)} has more than ${count} digits after the point, which ${currency} has not`,
    );
  const minor = BigInt(match[1]!) * 10n ** BigInt(count) + BigInt(fraction.padEnd(count, '0') || '0');
  if (minor > mostMinor) throw new RowProblem(field, `${quoted(amount)} ${currency} is more than a listing may cost`);
  return Number(minor);
}
