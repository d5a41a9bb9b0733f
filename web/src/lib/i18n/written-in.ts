import { directionOf, type Locale, localeTags } from './locale';

/** `lang` and `dir` for what people wrote in another language than the page's; nothing where it is the same. */
export function writtenIn(language: Locale, page: Locale): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === page ? {} : { lang: localeTags[language], dir: directionOf(language) };
}

const names = new Map<Locale, Intl.DisplayNames>();

/** The name of a language in the reader's own: `Persian`, `波斯语`, `فارسی`. */
export function languageName(language: Locale, page: Locale): string {
  let format = names.get(page);
  if (!format) {
    format = new Intl.DisplayNames(localeTags[page], { type: 'language' });
    names.set(page, format);
  }
  return format.of(language) ?? language;
}
