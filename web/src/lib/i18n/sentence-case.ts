import type { Locale } from './locale';

/** A label that begins a line: its first letter large, where the script has large letters. */
export function sentenceCase(text: string, locale: Locale): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase(locale) + text.slice(first.length);
}
