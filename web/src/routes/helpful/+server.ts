import { createVoicesClient } from '$lib/api/voices-client';
import { markByForm } from '$lib/server/mark-by-form';
import type { RequestHandler } from './$types';

/** Marks a review or an answer as helpful. */
export const POST: RequestHandler = (event) =>
  markByForm(event, (textOf) => {
    const kind = textOf('kind') === 'answer' ? 'answer' : 'review';
    return createVoicesClient(event.fetch).setHelpful(kind, textOf('id'), textOf('helpful') === 'yes');
  });
