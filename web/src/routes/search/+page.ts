import { splitLocale } from '$lib/i18n/locale';
import { loadMessages } from '$lib/i18n/translate';
import type { PageLoad } from './$types';

/** Plain searches leave the answer's code and words where they are. */
export const load: PageLoad = async ({ data, url }) => {
  if (!data.answering) return { ...data, AnswerColumn: null };
  const [column] = await Promise.all([
    import('$lib/search/AnswerColumn.svelte'),
    loadMessages(splitLocale(url.pathname).locale, 'answer'),
  ]);
  return { ...data, AnswerColumn: column.default };
};
