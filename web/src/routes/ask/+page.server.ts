import { redirect } from '@sveltejs/kit';
import { answerLocale } from '$lib/answer/answer-locale';
import { createClient, orErrorPage } from '$lib/api/client';
import { createAskClient } from '$lib/ask/ask-client';
import { localePath } from '$lib/i18n/locale';
import type { PageServerLoad } from './$types';

/** One's conversations; a question in the address (a reader without JavaScript) begins one. */
export const load: PageServerLoad = async ({ url, fetch, locals }) => {
  const text = url.searchParams.get('ask')?.trim().slice(0, 500) ?? '';
  if (text !== '') {
    const asked = createClient(fetch, locals.locale).ask({ text, locale: answerLocale(text, locals.locale) });
    const { conversationId } = await orErrorPage(asked);
    redirect(303, localePath(locals.locale, `/conversations/${conversationId}`));
  }
  if (!locals.me) return { page: null };
  return { page: await orErrorPage(createAskClient(fetch).conversations(url.searchParams.get('cursor'))) };
};
