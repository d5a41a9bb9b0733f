import { splitLocale } from '$lib/i18n/locale';
import { loadMessages } from '$lib/i18n/translate';
import type { FoundPage } from '$lib/search/found-page';
import type { SearchRequest } from '$lib/search/search-params';
import type { PageLoad } from './$types';

/** Plain searches leave the code of what they do not show where it is, and an answer's words too. */
export const load: PageLoad = async ({ data, url }) => {
  const [answerColumn, bestMatch, emptyResults, filterSheet, nearMisses] = await Promise.all([
    data.answering ? import('$lib/search/AnswerColumn.svelte') : null,
    hasBestMatch(data.request, data.found) ? import('$lib/search/BestMatch.svelte') : null,
    data.found.total === 0 ? import('$lib/search/EmptyResults.svelte') : null,
    data.openFilters ? import('$lib/search/FilterSheet.svelte') : null,
    data.found.nearMisses.length > 0 ? import('$lib/search/NearMisses.svelte') : null,
    data.answering ? loadMessages(splitLocale(url.pathname).locale, 'answer') : null,
  ]);
  return {
    ...data,
    AnswerColumn: answerColumn?.default,
    BestMatch: bestMatch?.default,
    EmptyResults: emptyResults?.default,
    FilterSheet: filterSheet?.default,
    NearMisses: nearMisses?.default,
  };
};

/** The best match stands out where there is more than a kind of thing to match, and the order is ours. */
function hasBestMatch(request: SearchRequest, found: FoundPage): boolean {
  return (
    request.sort === 'best' &&
    request.q !== '' &&
    !request.cursor &&
    found.need.chips.length > 1 &&
    found.results.length > 0
  );
}
