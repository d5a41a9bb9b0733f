import type { Money } from '#contract/common';
import { type Locale, localeTags } from './locale';
import { minorDigits } from './minor-digits';

/** Numbers, money and dates in the reader's own digits and calendar. Formatters are costly to make, so they are kept. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${locale} ${JSON.stringify(options)}`;
  let format = numbers.get(id);
  if (!format) {
    format = new Intl.NumberFormat(localeTags[locale], options);
    numbers.set(id, format);
  }
  return format;
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${locale} ${JSON.stringify(options)}`;
  let format = dates.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat(localeTags[locale], options);
    dates.set(id, format);
  }
  return format;
}

export function formatNumber(locale: Locale, value: number): string {
  return numberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** Currencies as people write them in Persian, shorter than their full names. */
const persianNames: Record<string, string> = { USD: 'دلار', EUR: 'یورو', GBP: 'پوند', IRR: 'ریال', CNY: 'یوان' };

/** Money without idle zeros: `$84`, `$84.50`; in Persian the currency's name follows, as people write it. */
export function formatMoney(locale: Locale, { minor, currency }: Money): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const whole = Number.isInteger(amount);
  const fraction = { minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits };
  const name = locale === 'fa' ? persianNames[currency] : undefined;
  if (name) return `${numberFormat(locale, fraction).format(amount)} ${name}`;
  const display = locale === 'fa' ? 'name' : 'narrowSymbol';
  return numberFormat(locale, { style: 'currency', currency, currencyDisplay: display, ...fraction }).format(amount);
}

/** `14 March 2026`; the Persian calendar in Persian. */
export function formatDate(locale: Locale, instant: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(instant));
}

export function formatMonth(locale: Locale, instant: string): string {
  return dateFormat(locale, { month: 'short', year: 'numeric' }).format(new Date(instant));
}

/** `9 Nov`, for a label with little room. */
export function formatDay(locale: Locale, instant: string): string {
  return dateFormat(locale, { day: 'numeric', month: 'short' }).format(new Date(instant));
}

/** Digits inside a text (a size, a measurement) in the reader's own. */
export function localiseDigits(locale: Locale, text: string): string {
  if (locale !== 'fa') return text;
  return text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)]!);
}
