import type { Category } from '#contract/catalogue';
import { answerLocale } from '$lib/answer/answer-locale';
import { createClient, orErrorPage } from '$lib/api/client';
import { readLiked } from '$lib/listing/read-liked';
import { chosenFilters, foundPageOf } from '$lib/search/found-page';
import { readSearchRequest, toApiQuery } from '$lib/search/search-params';
import type { PageServerLoad } from './$types';

/**
 * Results, and whether an answer belongs beside them: always for a question, on request for plain words. The browser
 * asks for the answer as a stream; with `answer` in the address it is made here, for readers without JavaScript. With
 * `filters` in the address the filters are open.
 */
export const load: PageServerLoad = async ({ url, fetch, locals }) => {
  const client = createClient(fetch, locals.locale);
  const request = readSearchRequest(url.searchParams);
  const found = await orErrorPage(client.search(toApiQuery(request)));
  const answering =
    request.q !== '' && (request.view ? request.view === 'answer' : found.need.intent !== 'keyword-search');
  const chosen = request.filters.filter(([name]) => name === 'category').map(([, id]) => id);
  const isBrowse = request.q === '' && chosen.length <= 1 && chosen.length === request.filters.length;
  const [answer, liked, tree] = await Promise.all([
    answering && url.searchParams.has('answer')
      ? orErrorPage(client.ask({ text: request.q, locale: answerLocale(request.q, locals.locale) }))
      : null,
    readLiked(client, locals.me, [
      ...found.results.map(({ id }) => id),
      ...found.nearMisses.map(({ listing }) => listing.id),
    ]),
    isBrowse || chosen.length > 0 ? client.categories() : { categories: [] },
  ]);
  return {
    request,
    found: foundPageOf(found),
    chosen: chosenFilters(request, found, tree.categories),
    openFilters: url.searchParams.has('filters') ? { facets: found.facets, priceRange: found.priceRange } : null,
    answering,
    answer,
    liked,
    /** Where one goes from here: what is below the category that is looked at, or the first ones. */
    categories: isBrowse ? below(tree.categories, chosen[0]).filter(({ listings }) => listings > 0) : [],
  };
};

function below(tree: Category[], id: string | undefined): Category[] {
  if (id === undefined) return tree;
  return tree.flatMap((category) => (category.id === id ? category.children : below(category.children, id)));
}
