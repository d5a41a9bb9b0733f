import { createClient, orErrorPage } from '$lib/api/client';
import { parseMarkdown } from '$lib/guide/parse-markdown';
import { nameCategories } from '$lib/guide/shelve-guides';
import { readLiked } from '$lib/listing/read-liked';
import type { PageServerLoad } from './$types';

const relatedShown = 4;

export const load: PageServerLoad = async ({ fetch, locals, params }) => {
  const client = createClient(fetch, locals.locale);
  const [{ body, ...guide }, { categories }] = await orErrorPage(
    Promise.all([client.document(params.slug), client.categories()]),
  );
  const names = nameCategories(categories);
  const about = guide.categories.filter((id) => names[id]);
  const related = about.length === 0 ? [] : await findRelated(client, about);
  return {
    guide,
    blocks: parseMarkdown(body),
    about: about.map((id) => ({ id, label: names[id]! })),
    related,
    liked: await readLiked(
      client,
      locals.me,
      related.map((listing) => listing.id),
    ),
  };
};

/** What is for sale in the guide's categories; a guide is worth reading without it. */
async function findRelated(client: ReturnType<typeof createClient>, categories: string[]) {
  const query = new URLSearchParams(categories.map((id) => ['category', id]));
  query.set('limit', String(relatedShown));
  const found = await client.search(query).catch(() => null);
  return found?.results.slice(0, relatedShown) ?? [];
}
