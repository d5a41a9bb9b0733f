import { directionOf, type Locale, localeTags } from './locale';

/** `lang` and `dir` for what people wrote in another language than the page's; nothing where it is the same. */
export function writtenIn(language: Locale, page: Locale): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === page ? {} : { lang: localeTags[language], dir: directionOf(language) };
}
