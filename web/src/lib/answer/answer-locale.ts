import type { Locale } from '#contract/common';

/**
 * The language to answer in, or undefined to let the server tell by the text: a question in another script than the
 * page's, or a whole sentence in Latin letters on a Chinese or Persian page, is answered as it was asked.
 */
export function answerLocale(text: string, page: Locale): Locale | undefined {
  const script = /\p{Script=Han}/u.test(text) ? 'zh' : /\p{Script=Arabic}/u.test(text) ? 'fa' : 'latin';
  if (script === page) return page;
  if (script !== 'latin') return undefined;
  if (page === 'en') return page;
  return text.trim().split(/\s+/).length >= 4 ? undefined : page;
}
