import { redirect } from '@sveltejs/kit';
import { returnPath, withReturn } from '$lib/account/return-path';
import { ApiProblem, createClient } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';
import type { RequestHandler } from './$types';

/** Following without JavaScript: a plain form, then back to the page it was on. */
export const POST: RequestHandler = async ({ request, fetch, locals, url }) => {
  const form = await request.formData();
  const asked = new URL(url);
  asked.searchParams.set('next', String(form.get('next') ?? ''));
  const back = returnPath(asked, localePath(locals.locale, '/'));
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), back));
  try {
    const handle = String(form.get('handle') ?? '');
    await createClient(fetch, locals.locale).setFollow(handle, form.get('followed') === 'yes');
  } catch (cause) {
    if (!(cause instanceof ApiProblem)) throw cause;
  }
  redirect(303, back);
};
