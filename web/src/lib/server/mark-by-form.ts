import { type RequestEvent, redirect } from '@sveltejs/kit';
import { returnPath, withReturn } from '$lib/account/return-path';
import { ApiProblem } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';

/**
 * Sets a member's mark by a plain form, then leads back to the page it was on (`next`); visitors sign in first. What the API
 * refuses changes nothing.
 */
export async function markByForm(
  { request, locals, url }: RequestEvent,
  mark: (textOf: (name: string) => string) => Promise<unknown>,
): Promise<never> {
  const form = await request.formData();
  const textOf = (name: string) => String(form.get(name) ?? '');
  const asked = new URL(url);
  asked.searchParams.set('next', textOf('next'));
  const back = returnPath(asked, localePath(locals.locale, '/'));
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), back));
  try {
    await mark(textOf);
  } catch (cause) {
    if (!(cause instanceof ApiProblem)) throw cause;
  }
  redirect(303, back);
}
