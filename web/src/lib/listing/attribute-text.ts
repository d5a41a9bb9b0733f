import type { Reader } from '$lib/i18n';
import { sentenceCase } from '$lib/i18n/sentence-case';

/** A value as the reader writes it; a seller's own words in Latin letters keep their own digits. */
export function attributeText(reader: Reader, text: string): string {
  return sentenceCase(/\p{Script=Latin}{3,}/u.test(text) ? text : reader.digits(text), reader.locale);
}
