import { createClient, orErrorPage } from '$lib/api/client';
import { countCategories, nameCategories, shelveGuides } from '$lib/guide/shelve-guides';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  const client = createClient(fetch, locals.locale);
  const [{ documents }, { categories }] = await orErrorPage(Promise.all([client.documents(), client.categories()]));
  const names = nameCategories(categories);
  const category = url.searchParams.get('category') ?? '';
  const chosen = category ? documents.filter((document) => document.categories.includes(category)) : documents;
  return { category, categories: countCategories(documents, names), names, ...shelveGuides(chosen, locals.locale) };
};
