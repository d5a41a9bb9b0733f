import { createClient, orErrorPage } from '$lib/api/client';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const client = createClient(fetch, locals.locale);
  const after = url.searchParams.get('after') || null;
  const [closet, first] = await orErrorPage(
    Promise.all([client.closet(params.handle), client.closetListings(params.handle, after)]),
  );
  const ids = first.listings.map(({ id }) => id);
  const marks = locals.me ? await client.marks(ids, params.handle) : { liked: [], followed: [] };
  return {
    closet,
    first,
    after,
    isOwn: locals.me?.closet?.handle === closet.handle,
    liked: marks.liked,
    followed: marks.followed.length > 0,
  };
};
