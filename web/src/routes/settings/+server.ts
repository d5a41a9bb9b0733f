import { redirect } from '@sveltejs/kit';
import { returnPath } from '$lib/account/return-path';
import { localePath, locales, splitLocale } from '$lib/i18n/locale';
import { settingCookie } from '$lib/theme/setting-cookie';
import { isTheme } from '$lib/theme/theme';
import type { RequestHandler } from './$types';

/** Keeps the reader's light and language in cookies and returns to the page. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const asked = new URL(url);
  asked.searchParams.set('next', String(form.get('next') ?? ''));
  let back = returnPath(asked, '/');

  const theme = String(form.get('theme') ?? '');
  if (isTheme(theme)) cookies.set('theme', theme, settingCookie(url));
  const locale = locales.find((known) => known === form.get('locale'));
  if (locale) {
    cookies.set('locale', locale, settingCookie(url));
    const { pathname, search, hash } = new URL(back, url);
    back = localePath(locale, splitLocale(pathname).path) + search + hash;
  }
  redirect(303, back);
};
