import { createClient, orErrorPage } from '$lib/api/client';
import type { PageServerLoad } from './$types';

/** One answer as it was said, with the prices and the stock of now. */
export const load: PageServerLoad = async ({ fetch, locals, params }) => ({
  answer: await orErrorPage(createClient(fetch, locals.locale).answer(params.id)),
});
