import { redirect } from '@sveltejs/kit';
import { withReturn } from '$lib/account/return-path';
import { createClient, orErrorPage } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), url.pathname));
  const { listings } = await orErrorPage(createClient(fetch, locals.locale).likes());
  return { listings, liked: listings.map(({ id }) => id) };
};
