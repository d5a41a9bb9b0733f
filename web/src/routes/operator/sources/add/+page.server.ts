import { fail, redirect } from '@sveltejs/kit';
import { createClient } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';
import { explainSource, readSourceForm, toNewSource } from '$lib/operator/read-source-form';
import { createOperatorClient, forOperators } from '$lib/server/operator-client';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  forOperators(event, async () => {
    // For who may be here; the categories are for everybody.
    await createOperatorClient(event).sources();
    return createClient(event.fetch, event.locals.locale).categories();
  });

export const actions: Actions = {
  default: async ({ request, fetch, locals }) => {
    const values = readSourceForm(await request.formData());
    const added = await createOperatorClient({ fetch })
      .addSource(toNewSource(values))
      .catch((cause: unknown) => ({ errors: explainSource(cause, values) }));
    if ('errors' in added) return fail(422, { values, errors: added.errors });
    redirect(303, localePath(locals.locale, `/operator/sources/${added.id}`));
  },
};
