import { fail, redirect } from '@sveltejs/kit';
import { signUpWords } from '$lib/account/account-words';
import { explainProblem, textOf } from '$lib/account/form-errors';
import { returnPath } from '$lib/account/return-path';
import { createClient } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  if (locals.me) redirect(303, returnPath(url, localePath(locals.locale, '/')));
};

export const actions: Actions = {
  default: async ({ request, fetch, locals, url }) => {
    const form = await request.formData();
    const values = { name: textOf(form, 'name'), email: textOf(form, 'email') };
    try {
      await createClient(fetch, locals.locale).signUp({ ...values, password: textOf(form, 'password') });
    } catch (cause) {
      return fail(422, { values, errors: explainProblem(cause, signUpWords) });
    }
    redirect(303, returnPath(url, localePath(locals.locale, '/')));
  },
};
