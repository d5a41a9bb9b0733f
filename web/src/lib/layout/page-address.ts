import { splitLocale } from '$lib/i18n/locale';

/** What makes a page another page; the rest of the address is about how it is looked at. */
const meaningful = ['q', 'category', 'department', 'brand'];

/** The address of a page without language, host, and the reader's passing choices: `/search?q=dress`. */
export function pathInSite(url: URL): string {
  const { path } = splitLocale(url.pathname);
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => meaningful.includes(name)));
  return path + (kept.size > 0 ? `?${kept}` : '');
}

/** The very page one is on, in another language. */
export function sameIn(url: URL, toPath: (path: string) => string): string {
  return toPath(splitLocale(url.pathname).path) + url.search;
}
