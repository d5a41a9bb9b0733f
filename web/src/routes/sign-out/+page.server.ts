import { redirect } from '@sveltejs/kit';
import { createClient } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ fetch, locals }) => {
    await createClient(fetch, locals.locale).signOut();
    redirect(303, localePath(locals.locale, '/'));
  },
};
