/** How much one unit of each currency is worth in a common unit, and how many digits its minor unit has. */
export type Rates = Readonly<Record<string, number>>;

/**
 * Approximate values in euro. They only decide whether a price in one currency fits a limit given in another;
 * an operator gives current ones. What is not listed never passes a limit in a foreign currency.
 */
export const defaultRates: Rates = {
  EUR: 1,
  USD: 0.92,
  GBP: 1.17,
  CHF: 1.04,
  CAD: 0.67,
  AUD: 0.6,
  NZD: 0.55,
  JPY: 0.0061,
  CNY: 0.127,
  HKD: 0.118,
  TWD: 0.028,
  SGD: 0.68,
  KRW: 0.00067,
  INR: 0.011,
  SEK: 0.088,
  NOK: 0.086,
  DKK: 0.134,
  PLN: 0.23,
  CZK: 0.04,
  HUF: 0.0025,
  TRY: 0.027,
  AED: 0.25,
  KWD: 3,
  BRL: 0.17,
  MXN: 0.05,
  ZAR: 0.049,
};

const NO_MINOR_UNITS = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XAF', 'XOF']);
const THREE_DIGITS = new Set(['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'LYD', 'IQD']);

export function minorDigits(currency: string): number {
  return NO_MINOR_UNITS.has(currency) ? 0 : THREE_DIGITS.has(currency) ? 3 : 2;
}

/** Minor units of one currency in minor units of another (not rounded), or undefined where a rate is missing. */
export function convertMinor(minor: number, from: string, to: string, rates: Rates): number | undefined {
  if (from === to) return minor;
  const fromRate = rates[from];
  const toRate = rates[to];
  if (fromRate === undefined || toRate === undefined) return undefined;
  return ((minor / 10 ** minorDigits(from)) * fromRate * 10 ** minorDigits(to)) / toRate;
}
