import { redirect } from '@sveltejs/kit';
import { createClient } from '$lib/api/client';
import { nameCategories } from '$lib/guide/shelve-guides';
import { localePath } from '$lib/i18n/locale';
import { createOperatorClient, forOperators, refuse } from '$lib/server/operator-client';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  forOperators(event, async () => {
    const client = createOperatorClient(event);
    const { id } = event.params;
    const source = await client.source(id);
    const asked = event.url.searchParams.get('pages');
    const hasTrouble = source.pagesFailed > 0 && source.lastRun?.status !== 'running';
    const shown = asked === 'failed' || asked === 'kept' ? asked : hasTrouble ? 'failed' : 'kept';
    const query = new URLSearchParams({ state: shown, limit: '25' });
    const cursor = event.url.searchParams.get('cursor');
    if (cursor) query.set('cursor', cursor);
    const [{ pages, nextCursor }, { categories }] = await Promise.all([
      client.pages(id, query),
      createClient(event.fetch, event.locals.locale).categories(),
    ]);
    const names = nameCategories(categories);
    const named = source.categories.map((category) => names[category] ?? category);
    return { source, shown: shown as 'failed' | 'kept', pages, nextCursor, named, now: Date.now() };
  });

export const actions: Actions = {
  crawl: async ({ fetch, params }) => {
    try {
      await createOperatorClient({ fetch }).crawl(params.id);
    } catch (cause) {
      return refuse(cause);
    }
  },
  remove: async ({ fetch, locals, params }) => {
    try {
      await createOperatorClient({ fetch }).removeSource(params.id);
    } catch (cause) {
      return refuse(cause);
    }
    redirect(303, localePath(locals.locale, '/operator/sources'));
  },
};
