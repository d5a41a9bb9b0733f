import { createClient, orErrorPage } from '$lib/api/client';
import { readCategoryTiles, readClosetTiles } from '$lib/home/read-home';
import { readLiked } from '$lib/listing/read-liked';
import type { PageServerLoad } from './$types';

const shownGuides = 6;

/** What is new (from `cursor` on, for readers without JavaScript), with ways into the rest. */
export const load: PageServerLoad = async ({ url, fetch, locals }) => {
  const client = createClient(fetch, locals.locale);
  const [feed, tree, guides] = await orErrorPage(
    Promise.all([
      client.feed(url.searchParams.get('cursor') ?? undefined, 24),
      client.categories().then(({ categories }) => categories),
      client.documents({ language: locals.locale }).then(({ documents }) => documents),
    ]),
  );
  const [categories, closets, liked] = await Promise.all([
    readCategoryTiles(client, tree),
    readClosetTiles(client, feed.listings),
    readLiked(
      client,
      locals.me,
      feed.listings.map(({ id }) => id),
    ),
  ]);
  return {
    feed,
    categories,
    closets,
    guides: guides.filter(({ kind }) => kind === 'guide').slice(0, shownGuides),
    liked,
  };
};
