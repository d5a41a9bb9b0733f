import { createClient } from '$lib/api/client';
import { markByForm } from '$lib/server/mark-by-form';
import type { RequestHandler } from './$types';

/** Following without JavaScript. */
export const POST: RequestHandler = (event) =>
  markByForm(event, (textOf) =>
    createClient(event.fetch, event.locals.locale).setFollow(textOf('handle'), textOf('followed') === 'yes'),
  );
