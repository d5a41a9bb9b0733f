import { formatMessage, type Values } from '../i18n/format-message';
import { type Locale, localeTags } from '../i18n/locale';
import type en from './words/en.json';

/** What the operators' pages say: it comes with their data, apart from what everybody's pages load. */
export type OperatorWords = typeof en;
export type OperatorKey = keyof OperatorWords;

/** Says these words in their language: `say('source.kept', { count: 3 })`. */
export function createSay(locale: Locale, words: OperatorWords): (key: OperatorKey, values?: Values) => string {
  return (key, values = {}) => formatMessage(words[key], values, localeTags[locale]);
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** How far a moment is from now: `in 5 hours`, `3 minutes ago`; under a minute `now`. */
export function describeMoment(locale: Locale, instant: string, now: number): string {
  const apart = Date.parse(instant) - now;
  const [unit, size] = units.find(([, length]) => Math.abs(apart) >= length) ?? ['second', Number.POSITIVE_INFINITY];
  return new Intl.RelativeTimeFormat(localeTags[locale], { numeric: 'auto' }).format(
    Math.trunc(apart / size) || 0,
    unit,
  );
}
