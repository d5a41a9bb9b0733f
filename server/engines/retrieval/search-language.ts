import type { LanguageEngine } from '#engines/language';
import { remember } from '#engines/memo';

/** What the index asks of the language engine. */
export type SearchLanguage = Pick<
  LanguageEngine,
  'conceptsIn' | 'resolve' | 'broader' | 'alsoMeans' | 'normaliseSize' | 'sizesEquivalent' | 'normaliseBrand'
>;

const REMEMBERED = 50_000;

/** The same answers, remembered where a catalogue asks the same thing again and again. */
export function rememberAnswers(language: SearchLanguage): SearchLanguage {
  const resolvers = new Map<string, (text: string) => string[]>();
  return {
    ...language,
    resolve(facet, text) {
      let resolve = resolvers.get(facet);
      if (!resolve) {
        resolve = remember((one) => language.resolve(facet, one), REMEMBERED);
        resolvers.set(facet, resolve);
      }
      return resolve(text);
    },
    normaliseBrand: remember(language.normaliseBrand, REMEMBERED),
  };
}
