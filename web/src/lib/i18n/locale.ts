import type { Locale } from '#contract/common';

export type { Locale };

/** The contract's list, said again: importing it would bring the whole schema library to the browser. */
export const locales = ['en', 'zh', 'fa'] as const satisfies readonly Locale[];

/** The name of each language in that language. */
export const localeNames: Record<Locale, string> = { en: 'English', zh: '简体中文', fa: 'فارسی' };

/** BCP 47 tags for `lang`, dates and numbers. Persian numbers and dates follow its own digits and calendar. */
export const localeTags: Record<Locale, string> = { en: 'en-US', zh: 'zh-CN', fa: 'fa-IR' };

export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'fa' ? 'rtl' : 'ltr';
}

/** Splits `/fa/search` into the locale and the path without it; English has no prefix. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const match = /^\/(zh|fa)(\/.*)?$/.exec(pathname);
  return match ? { locale: match[1] as Locale, path: match[2] ?? '/' } : { locale: 'en', path: pathname };
}

/** The same page in a language: `localePath('fa', '/search')` is `/fa/search`. */
export function localePath(locale: Locale, path: string): string {
  if (locale === 'en') return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The reader's language by `Accept-Language` (RFC 9110), the best of ours by weight; null where none is ours. */
export function preferredLocale(header: string | null): Locale | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)/.exec(option)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2).toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ language }) => locales.find((locale) => locale === language)).find(Boolean) ?? null;
}
