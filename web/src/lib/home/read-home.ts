import type { Category } from '#contract/catalogue';
import type { DocumentSummary } from '#contract/document';
import type { ListingCard } from '#contract/listing';
import type { Client } from '$lib/api/client';
import type { Locale } from '$lib/i18n/locale';

export type CategoryTile = { id: string; label: string; listings: number; listing: ListingCard | null };
export type ClosetTile = {
  handle: string;
  name: string;
  person: string | null;
  location: string | null;
  listings: number;
  pictures: ListingCard[];
};

/** Kinds of things, closets and guides to begin with. */
export type WaysIn = { categories: CategoryTile[]; closets: ClosetTile[]; guides: DocumentSummary[] };

const mostTiles = 8;
const mostClosets = 3;
const mostGuides = 6;
/** So many of the newest say whose closets are at work. */
const lookedAt = 24;

/** The same for every reader of a language. */
export async function readWaysIn(client: Client, locale: Locale): Promise<WaysIn> {
  const [categories, closets, guides] = await Promise.all([
    client.categories().then((tree) => readCategoryTiles(client, tree.categories)),
    client.feed(undefined, lookedAt).then((newest) => readClosetTiles(client, newest.listings)),
    client.documents({ language: locale }).then(({ documents }) => documents.filter(({ kind }) => kind === 'guide')),
  ]);
  return { categories, closets, guides: guides.slice(0, mostGuides) };
}

/** The categories with most to see, each with a picture of something newly in it. */
async function readCategoryTiles(client: Client, tree: Category[]): Promise<CategoryTile[]> {
  const chosen = spread(tree).slice(0, mostTiles);
  return Promise.all(
    chosen.map(async ({ id, label, listings }) => {
      const query = new URLSearchParams({ category: id, sort: 'newest', limit: '6' });
      const { results } = await client.search(query);
      return { id, label, listings, listing: results.find(({ picture }) => picture) ?? results[0] ?? null };
    }),
  );
}

/** One level below the top, largest first, at most two of one family so that no family fills the row. */
function spread(tree: Category[]): Category[] {
  const perFamily = tree.flatMap((family) => {
    const below = family.children.length > 0 ? family.children : [family];
    return [...below].sort((a, b) => b.listings - a.listings).slice(0, 2);
  });
  return perFamily.sort((a, b) => b.listings - a.listings);
}

/** Closets whose things are new, those with most of them first; each with three of its things. */
async function readClosetTiles(client: Client, newest: ListingCard[]): Promise<ClosetTile[]> {
  const counts = new Map<string, number>();
  for (const { closet } of newest) counts.set(closet.handle, (counts.get(closet.handle) ?? 0) + 1);
  const handles = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostClosets)
    .map(([handle]) => handle);
  return Promise.all(
    handles.map(async (handle) => {
      const [closet, page] = await Promise.all([client.closet(handle), client.closetListings(handle)]);
      const { name, person, location, listings } = closet;
      return { handle, name, person, location, listings, pictures: page.listings.slice(0, 3) };
    }),
  );
}
