import { fail, redirect } from '@sveltejs/kit';
import type { OwnVoices } from '#contract/question';
import { explainProblem, type FormErrors, textOf } from '$lib/account/form-errors';
import { withReturn } from '$lib/account/return-path';
import { ApiProblem, createClient, orErrorPage } from '$lib/api/client';
import { createVoicesClient } from '$lib/api/voices-client';
import { localePath } from '$lib/i18n/locale';
import { voiceWords } from '$lib/voice/voice-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const client = createVoicesClient(fetch);
  const question = await orErrorPage(client.question(params.id));
  const ids = [question.id, ...question.answers.map(({ id }) => id)];
  const nobody: OwnVoices = { own: [], helpful: [] };
  const voices = locals.me ? await client.ownVoices(ids) : nobody;
  // A question about a style is reached from a piece of it.
  const listingId = question.listingId ?? url.searchParams.get('listing');
  return { question, voices, listing: listingId ? await readListing(fetch, locals.locale, listingId) : null };
};

type Done = { done: 'sent' | 'saved' | null; id: string; text: string; errors: FormErrors<'text'> };

export const actions: Actions = {
  answer: async ({ request, fetch, locals, params, url }) => {
    const text = textOf(await request.formData(), 'text');
    try {
      await createVoicesClient(fetch).answerQuestion(params.id, text);
      return { done: 'sent', id: '', text: '', errors: {} } as Done;
    } catch (cause) {
      return refuse(cause, { id: '', text }, 'voice.error.answer', locals.locale, url);
    }
  },
  edit: async ({ request, fetch, locals, url }) => {
    const form = await request.formData();
    const kind = kindOf(form);
    const [id, text] = [textOf(form, 'id'), textOf(form, 'text')];
    try {
      await createVoicesClient(fetch).editVoice(kind, id, text);
      return { done: 'saved', id, text: '', errors: {} } as Done;
    } catch (cause) {
      return refuse(cause, { id, text }, `voice.error.${kind}`, locals.locale, url);
    }
  },
  takeBack: async ({ request, fetch, locals, params, url }) => {
    const form = await request.formData();
    const kind = kindOf(form);
    const id = kind === 'question' ? params.id : textOf(form, 'id');
    try {
      await createVoicesClient(fetch).takeBack(kind, id);
    } catch (cause) {
      return refuse(cause, { id, text: '' }, 'voice.error.answer', locals.locale, url);
    }
    const listing = textOf(form, 'listing');
    const here = `/questions/${encodeURIComponent(params.id)}${listing && `?${new URLSearchParams({ listing })}`}`;
    const before = listing === '' ? '/you' : `/listings/${encodeURIComponent(listing)}#questions`;
    redirect(303, localePath(locals.locale, kind === 'question' ? before : here));
  },
};

function kindOf(form: FormData): 'question' | 'answer' {
  return textOf(form, 'kind') === 'question' ? 'question' : 'answer';
}

function refuse(
  cause: unknown,
  kept: { id: string; text: string },
  says: 'voice.error.answer' | 'voice.error.question',
  locale: App.Locals['locale'],
  url: URL,
) {
  if (cause instanceof ApiProblem && cause.problem.status === 401)
    redirect(303, withReturn(localePath(locale, '/sign-in'), url.pathname));
  const errors = explainProblem(cause, { codes: {}, fields: { text: says }, general: voiceWords });
  return fail(422, { done: null, ...kept, errors } as Done);
}

/** The piece it is about, where it can still be seen. */
async function readListing(
  fetch: typeof globalThis.fetch,
  locale: App.Locals['locale'],
  id: string,
): Promise<{ id: string; title: string } | null> {
  try {
    const { title } = await createClient(fetch, locale).listing(id);
    return { id, title };
  } catch (cause) {
    if (cause instanceof ApiProblem) return null;
    throw cause;
  }
}
