import { splitLocale } from '$lib/i18n/locale';
import { loadMessages, messageParts } from '$lib/i18n/translate';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, url }) => ({
  ...data,
  messages: await loadMessages(data.locale, ...messageParts(splitLocale(url.pathname).path)),
});
