import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/account/form-errors';
import { withReturn } from '$lib/account/return-path';
import { ApiProblem, orErrorPage } from '$lib/api/client';
import { createAskClient } from '$lib/ask/ask-client';
import { localePath } from '$lib/i18n/locale';
import type { Actions, PageServerLoad } from './$types';

/** What readers call wrong about one's listings; for the operator, about everything else. */
export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), url.pathname));
  return orErrorPage(createAskClient(fetch).corrections());
};

export const actions: Actions = {
  settle: async ({ request, fetch }) => {
    const form = await request.formData();
    const state = textOf(form, 'state') === 'fixed' ? 'fixed' : 'refused';
    try {
      await createAskClient(fetch).settleCorrection(textOf(form, 'id'), { state, reply: textOf(form, 'reply') });
    } catch (cause) {
      if (cause instanceof ApiProblem) return fail(cause.problem.status, { id: textOf(form, 'id') });
      throw cause;
    }
    return { id: null };
  },
};
