import { fail, redirect } from '@sveltejs/kit';
import { closetWords } from '$lib/account/account-words';
import { explainProblem, textOf } from '$lib/account/form-errors';
import { withReturn } from '$lib/account/return-path';
import { ApiProblem, createClient } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';
import type { Actions } from './$types';

export const actions: Actions = {
  openCloset: async ({ request, fetch, locals, url }) => {
    const form = await request.formData();
    const values = {
      name: textOf(form, 'name'),
      handle: textOf(form, 'handle').trim().toLowerCase(),
      location: textOf(form, 'location'),
      story: textOf(form, 'story'),
    };
    try {
      await createClient(fetch, locals.locale).openCloset({ ...values, language: locals.locale });
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.problem.status === 401)
        redirect(303, withReturn(localePath(locals.locale, '/sign-in'), url.pathname));
      return fail(422, { values, errors: explainProblem(cause, closetWords) });
    }
    redirect(303, localePath(locals.locale, `/closets/${values.handle}`));
  },
};
