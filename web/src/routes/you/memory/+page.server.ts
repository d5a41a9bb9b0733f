import { fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/account/form-errors';
import { withReturn } from '$lib/account/return-path';
import { ApiProblem, orErrorPage } from '$lib/api/client';
import { createAskClient } from '$lib/ask/ask-client';
import { localePath } from '$lib/i18n/locale';
import type { Actions, PageServerLoad } from './$types';

/** What is remembered of the reader. */
export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), url.pathname));
  return orErrorPage(createAskClient(fetch).memory(locals.locale));
};

/** Words that state nothing come back with what is wrong; `id` says beside which fact, empty for a new one. */
async function trying(work: Promise<unknown>, id: string, text: string) {
  try {
    await work;
    return { id: null, text: '' };
  } catch (cause) {
    if (cause instanceof ApiProblem) return fail(cause.problem.status, { id, text });
    throw cause;
  }
}

export const actions: Actions = {
  add: async ({ request, fetch, locals }) => {
    const text = textOf(await request.formData(), 'text');
    return trying(createAskClient(fetch).remember({ text, locale: locals.locale }), '', text);
  },
  change: async ({ request, fetch, locals }) => {
    const form = await request.formData();
    const [id, text] = [textOf(form, 'id'), textOf(form, 'text')];
    return trying(createAskClient(fetch).changeMemory(id, { text, locale: locals.locale }), id, text);
  },
  forget: async ({ request, fetch }) => {
    const id = textOf(await request.formData(), 'id');
    return trying(createAskClient(fetch).forget(id || null), id || 'all', '');
  },
};
