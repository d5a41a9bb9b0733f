import { getContext, setContext } from 'svelte';
import type { Money } from '#contract/common';
import { formatDate, formatDay, formatMoney, formatMonth, formatNumber, localiseDigits } from './format';
import { directionOf, type Locale, localePath } from './locale';
import { createTranslate, type MessageKey, type Messages, type Values } from './translate';

export type { MessageKey } from './translate';

/** Everything that a component needs to speak the reader's language. */
export type Reader = {
  locale: Locale;
  direction: 'ltr' | 'rtl';
  t(key: MessageKey, values?: Values): string;
  number(value: number): string;
  money(value: Money): string;
  date(instant: string): string;
  month(instant: string): string;
  day(instant: string): string;
  digits(text: string): string;
  /** A path of this site in the reader's language. */
  href(path: string): string;
};

export function createReader(locale: Locale, messages: Messages): Reader {
  return {
    locale,
    direction: directionOf(locale),
    t: createTranslate(locale, messages),
    number: (value) => formatNumber(locale, value),
    money: (value) => formatMoney(locale, value),
    date: (instant) => formatDate(locale, instant),
    month: (instant) => formatMonth(locale, instant),
    day: (instant) => formatDay(locale, instant),
    digits: (text) => localiseDigits(locale, text),
    href: (path) => localePath(locale, path),
  };
}

const key = Symbol('reader');

/** The root layout sets the reader; `get` so that it follows a change of language. */
export function provideReader(get: () => Reader): void {
  setContext(key, get);
}

/** The reader, for any component below the root layout: `const reader = useReader(); reader().t('...')`. */
export function useReader(): () => Reader {
  return getContext<() => Reader>(key);
}
