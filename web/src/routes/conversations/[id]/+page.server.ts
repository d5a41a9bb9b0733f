import { redirect } from '@sveltejs/kit';
import { answerLocale } from '$lib/answer/answer-locale';
import { createClient, orErrorPage } from '$lib/api/client';
import { createAskClient } from '$lib/ask/ask-client';
import { localePath } from '$lib/i18n/locale';
import type { Actions, PageServerLoad } from './$types';

/** The turns of a conversation; a question in the address (a reader without JavaScript) goes on with it. */
export const load: PageServerLoad = async ({ url, fetch, locals, params }) => {
  const text = url.searchParams.get('ask')?.trim().slice(0, 500) ?? '';
  const here = localePath(locals.locale, `/conversations/${params.id}`);
  if (text !== '') {
    const client = createClient(fetch, locals.locale);
    await orErrorPage(client.ask({ text, conversationId: params.id, locale: answerLocale(text, locals.locale) }));
    redirect(303, here);
  }
  const conversation = await orErrorPage(
    createAskClient(fetch).conversation(params.id, url.searchParams.get('before')),
  );
  return { conversation, isDeleting: url.searchParams.has('delete') && conversation.isOwn };
};

export const actions: Actions = {
  delete: async ({ fetch, locals, params }) => {
    await orErrorPage(createAskClient(fetch).deleteConversation(params.id));
    redirect(303, localePath(locals.locale, '/ask'));
  },
};
