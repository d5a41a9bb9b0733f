import { createClient, orErrorPage } from '$lib/api/client';
import { readWaysIn, type WaysIn } from '$lib/home/read-home';
import type { Locale } from '$lib/i18n/locale';
import { readLiked } from '$lib/listing/read-liked';
import { createShare } from '$lib/server/share';
import type { PageServerLoad } from './$types';

const shownNew = 24;

/** Some fifteen calls that change slowly and hold nothing of the reader. */
const shareWaysIn = createShare<Locale, WaysIn>({ keepMs: 5000, now: () => performance.now() });

/** What is new (from `cursor` on, for readers without JavaScript), always live, with ways into the rest. */
export const load: PageServerLoad = async ({ url, fetch, locals }) => {
  const client = createClient(fetch, locals.locale);
  const [feed, waysIn] = await orErrorPage(
    Promise.all([
      client.feed(url.searchParams.get('cursor') ?? undefined, shownNew),
      shareWaysIn(locals.locale, () => readWaysIn(client, locals.locale)),
    ]),
  );
  const liked = await readLiked(
    client,
    locals.me,
    feed.listings.map(({ id }) => id),
  );
  return { feed, ...waysIn, liked };
};
