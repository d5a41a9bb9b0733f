import type { Reroute } from '@sveltejs/kit';
import { splitLocale } from '$lib/i18n/locale';

/** `/fa/search` is the page `/search`, in Persian. */
export const reroute: Reroute = ({ url }) => splitLocale(url.pathname).path;
