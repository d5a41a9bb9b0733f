import { contentWords } from '#engines/evidence';

/** The longest guide has some two thousand. */
const mostTerms = 4000;

/** The words a text can be found by: stems of its content words (pairs of characters in Chinese), each once. */
export function termsOf(text: string): string[] {
  const stems = new Set(contentWords(text).map((word) => word.stem));
  return [...stems].slice(0, mostTerms);
}
