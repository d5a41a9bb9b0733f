import { loadMessages, messageParts } from '$lib/i18n/translate';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, route }) => ({
  ...data,
  messages: await loadMessages(data.locale, ...messageParts(route.id)),
});
