import { redirect } from '@sveltejs/kit';
import { textOf } from '$lib/account/form-errors';
import { withReturn } from '$lib/account/return-path';
import { ApiProblem, orErrorPage } from '$lib/api/client';
import { createVoicesClient } from '$lib/api/voices-client';
import { localePath } from '$lib/i18n/locale';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), url.pathname));
  return await orErrorPage(createVoicesClient(fetch).notifications(url.searchParams.get('before')));
};

export const actions: Actions = {
  /** One of them where `id` says which, else all; then the page as it is. */
  read: async ({ request, fetch, locals, url }) => {
    const id = textOf(await request.formData(), 'id');
    try {
      await createVoicesClient(fetch).markRead(id === '' ? undefined : [id]);
    } catch (cause) {
      if (!(cause instanceof ApiProblem)) throw cause;
      if (cause.problem.status === 401) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), url.pathname));
    }
    redirect(303, localePath(locals.locale, '/notifications'));
  },
};
