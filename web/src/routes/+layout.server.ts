import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { locale, theme, me, unread } }) => ({ locale, theme, me, unread });
