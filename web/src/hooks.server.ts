import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit';
import type { Me } from '#contract/account';
import { readSetCookie } from '$lib/api/set-cookie';
import {
  directionOf,
  type Locale,
  localePath,
  locales,
  localeTags,
  preferredLocale,
  splitLocale,
} from '$lib/i18n/locale';
import { createPageCache } from '$lib/server/page-cache';
import { settingCookie } from '$lib/theme/setting-cookie';
import { isTheme } from '$lib/theme/theme';

type Event = Parameters<Handle>[0]['event'];

/** Who reads, in which language and light; coming from elsewhere to the bare address leads to the reader's own language. */
export const handle: Handle = async ({ event, resolve }) => {
  // A page's call to the API that is not answered in this process passes here; asking who reads would call it again.
  if (event.isSubRequest) return resolve(event);
  const { locale, path } = splitLocale(event.url.pathname);
  const before = event.cookies.get('locale');
  const chosen = rememberChosenLocale(event, locale);
  if (path === '/' && locale === 'en' && !chosen && event.request.method === 'GET') {
    const remembered = locales.find((known) => known === event.cookies.get('locale'));
    const preferred = remembered ?? preferredLocale(event.request.headers.get('accept-language'));
    if (preferred && preferred !== 'en') {
      const location = localePath(preferred, '/') + event.url.search;
      return new Response(null, { status: 302, headers: { location, vary: 'accept-language, cookie, referer' } });
    }
  }
  const theme = event.cookies.get('theme');
  event.locals.locale = locale;
  event.locals.theme = isTheme(theme) ? theme : 'system';
  [event.locals.me, event.locals.unread] = await Promise.all([readMe(event), countUnread(event)]);
  const isShared =
    event.request.method === 'GET' &&
    !event.isDataRequest &&
    !hasSession(event) &&
    event.cookies.get('locale') === before;
  if (!isShared) return render(event, resolve);
  // A question that a page asks begins a conversation, which is its reader's own.
  const isForAll = () => !event.locals.hasWritten;
  return shared(`${event.locals.theme} ${event.url.href}`, () => render(event, resolve), isForAll);
};

/** For half a second: what is sold is gone from a page about as soon as from the search. */
const shared = createPageCache({ keepMs: 500, most: 200, now: () => performance.now() });

async function render(event: Event, resolve: Parameters<Handle>[0]['resolve']): Promise<Response> {
  const { locale, theme } = event.locals;
  return resolve(event, {
    // Only the page's first tag says it; to look for it in all that follows would cost a copy of the page for each.
    transformPageChunk: ({ html }) => {
      const end = html.indexOf('<head>');
      if (end === -1) return html;
      const tag = html.slice(0, end);
      return (
        tag
          .replace('%vitrine.lang%', localeTags[locale])
          .replace('%vitrine.dir%', directionOf(locale))
          .replace('%vitrine.theme%', theme) + html.slice(end)
      );
    },
    // The page's own requests are ours; only what the browser may need again is sent along.
    filterSerializedResponseHeaders: (name) => name === 'content-type',
    preload: ({ type, path }) => type !== 'font' || fontsOf[locale].some((font) => path.includes(font)),
  });
}

/** Which fonts a page shows at once; the others come when a word asks for them. */
const fontsOf: Record<Locale, string[]> = {
  en: ['fraunces', 'instrument-sans'],
  zh: ['instrument-sans'],
  fa: ['vazirmatn'],
};

/** Following a link of ours from one language to another is a choice: it is kept, and not undone by a redirect. */
function rememberChosenLocale(event: Event, locale: Locale): boolean {
  const referer = event.request.headers.get('referer');
  // What a page fetches in passing is no choice of its reader.
  const isVisit = (event.request.headers.get('sec-fetch-mode') ?? 'navigate') === 'navigate';
  if (event.request.method !== 'GET' || event.isDataRequest || !isVisit) return false;
  if (!referer || !URL.canParse(referer)) return false;
  const from = new URL(referer);
  if (from.origin !== event.url.origin) return false;
  if (splitLocale(from.pathname).locale !== locale) event.cookies.set('locale', locale, settingCookie(event.url));
  return true;
}

function hasSession(event: Event): boolean {
  return event.cookies.getAll().some(({ name }) => name.endsWith('vitrine.session_token'));
}

async function readMe(event: Event): Promise<Me | null> {
  if (!hasSession(event)) return null;
  const response = await event.fetch('/api/v1/me');
  return response.ok ? ((await response.json()) as Me) : null;
}

async function countUnread(event: Event): Promise<number> {
  if (!hasSession(event)) return 0;
  const response = await event.fetch('/api/v1/me/notifications/unread');
  return response.ok ? ((await response.json()) as { unread: number }).unread : 0;
}

/** Calls to our API stay in this process where the server offers it, as the same person. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const api = event.platform?.req?.vitrineApi;
  const url = new URL(request.url);
  if (!api || url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  if (request.method !== 'GET') event.locals.hasWritten = true;
  const cookie = event.request.headers.get('cookie');
  if (cookie) request.headers.set('cookie', cookie);
  const response = await api.fetch(request);
  for (const header of response.headers.getSetCookie()) keepCookie(event, header);
  return response;
};

/** A cookie that the API sets (a session begins or ends) goes on to the browser with the page. */
function keepCookie(event: Parameters<HandleFetch>[0]['event'], header: string): void {
  const { name, value, options } = readSetCookie(header);
  event.cookies.set(name, value, { ...options, encode: (text) => text });
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
  const api = event.platform?.req?.vitrineApi;
  if (status >= 500) {
    if (api) api.report(error);
    else console.error(error);
  }
  return { message };
};
