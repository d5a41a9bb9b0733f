import { fail, redirect } from '@sveltejs/kit';
import type { Answer } from '#contract/assistant';
import type { Question } from '#contract/question';
import { explainProblem, type FormErrors, textOf } from '$lib/account/form-errors';
import { withReturn } from '$lib/account/return-path';
import { answerLocale } from '$lib/answer/answer-locale';
import { ApiProblem, type Client, createClient, orErrorPage } from '$lib/api/client';
import { createVoicesClient } from '$lib/api/voices-client';
import { localePath } from '$lib/i18n/locale';
import { voiceWords } from '$lib/voice/voice-words';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 20;
const othersShown = 4;

export const load: PageServerLoad = async ({ fetch, locals, params, url }) => {
  const client = createClient(fetch, locals.locale);
  const { id } = params;
  const ask = url.searchParams.get('ask')?.trim().slice(0, 500) ?? '';
  const theme = url.searchParams.get('theme')?.match(/^[a-z][a-z-]{0,39}$/)?.[0] ?? null;
  const [listing, reviews, questions, chips, similar, answer] = await orErrorPage(
    Promise.all([
      client.listing(id),
      client.reviews(id, {
        cursor: url.searchParams.get('reviews') || null,
        limit: pageSize,
        aspect: theme,
        heightCm: heightIn(url.searchParams.get('heightCm')),
      }),
      client.questions(id, null, pageSize),
      orNothing(client.questionChips(id), { questions: [] }),
      orNothing(client.similar(id), { listings: [] }),
      ask ? orNothing<Answer | null>(answerNow(client, id, ask, locals.locale), null) : null,
    ]),
  );
  const others = await orNothing(client.closetListings(listing.closet.handle, null, othersShown + 1), {
    listings: [],
    nextCursor: null,
  });
  const otherListings = others.listings.filter((other) => other.id !== id).slice(0, othersShown);
  const shown = [id, ...similar.listings.map((card) => card.id)];
  const shownVoices = [
    ...reviews.reviews.map((review) => review.id),
    ...questions.questions.flatMap((question) => [question.id, ...question.answers.map((answer) => answer.id)]),
  ];
  const voices =
    locals.me && shownVoices.length > 0
      ? await createVoicesClient(fetch).ownVoices(shownVoices)
      : { own: [], helpful: [] };
  const marks = locals.me ? await client.marks(shown, listing.closet.handle) : { liked: [], followed: [] };
  return {
    listing,
    reviews,
    /** The aspect that the reviews shown speak of; null for all of them. */
    aspect: theme,
    questions,
    chips: chips.questions,
    similar: similar.listings.slice(0, 8),
    others: otherListings,
    liked: marks.liked,
    /** Which of the words shown are the reader's own, and which they found helpful. */
    voices,
    followed: marks.followed.includes(listing.closet.handle),
    answer,
    /** A question that was typed before signing in. */
    question: url.searchParams.get('question')?.slice(0, 1000) ?? '',
    now: new Date().toISOString(),
  };
};

export const actions: Actions = {
  askSeller: async ({ request, fetch, locals, params, url }) => {
    const text = textOf(await request.formData(), 'text');
    try {
      const asked: Question = await createClient(fetch, locals.locale).askSeller(params.id, text);
      return { asked, text: '', errors: {} as FormErrors<'text'> };
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.problem.status === 401) {
        const back = `${url.pathname}?${new URLSearchParams({ question: text })}#ask-seller`;
        redirect(303, withReturn(localePath(locals.locale, '/sign-in'), back));
      }
      const errors = explainProblem(cause, {
        codes: {},
        fields: { text: 'voice.error.question' },
        general: voiceWords,
      });
      return fail(422, { asked: undefined, text, errors });
    }
  },
};

/** A height that can be one, in whole centimetres. */
function heightIn(text: string | null): number | null {
  const height = Number(text);
  return text && Number.isInteger(height) && height >= 50 && height <= 250 ? height : null;
}

/** For readers without JavaScript: the whole answer, with the page. */
function answerNow(client: Client, listingId: string, text: string, locale: App.Locals['locale']): Promise<Answer> {
  return client.ask({ text, listingId, locale: answerLocale(text, locale) });
}

/** What the page can do without: where the API refuses it, nothing is shown in its place. */
async function orNothing<Body>(work: Promise<Body>, nothing: Body): Promise<Body> {
  return work.catch((cause) => {
    if (cause instanceof ApiProblem) return nothing;
    throw cause;
  });
}
