import type { PageLoad } from './$types';

/** Plain searches leave the answer's code where it is. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  AnswerColumn: data.answering ? (await import('$lib/search/AnswerColumn.svelte')).default : null,
});
