import { createOperatorClient, forOperators } from '$lib/server/operator-client';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  forOperators(event, async () => {
    const { sources } = await createOperatorClient(event).sources();
    return { sources, now: Date.now() };
  });
