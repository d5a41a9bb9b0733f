import { redirect } from '@sveltejs/kit';
import { returnPath, withReturn } from '$lib/account/return-path';
import { ApiProblem } from '$lib/api/client';
import { createVoicesClient } from '$lib/api/voices-client';
import { localePath } from '$lib/i18n/locale';
import type { RequestHandler } from './$types';

/** Marks a review or an answer as helpful by a plain form, then leads back to it. */
export const POST: RequestHandler = async ({ request, fetch, locals, url }) => {
  const form = await request.formData();
  const asked = new URL(url);
  asked.searchParams.set('next', String(form.get('next') ?? ''));
  const back = returnPath(asked, localePath(locals.locale, '/'));
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), back));
  const kind = form.get('kind') === 'answer' ? 'answer' : 'review';
  try {
    await createVoicesClient(fetch).setHelpful(kind, String(form.get('id') ?? ''), form.get('helpful') === 'yes');
  } catch (cause) {
    if (!(cause instanceof ApiProblem)) throw cause;
  }
  redirect(303, back);
};
