import type { LanguageEngine } from '#engines/language';

/** What the index asks of the language engine. */
export type SearchLanguage = Pick<
  LanguageEngine,
  'conceptsIn' | 'resolve' | 'alsoMeans' | 'normaliseSize' | 'sizesEquivalent' | 'normaliseBrand'
>;
