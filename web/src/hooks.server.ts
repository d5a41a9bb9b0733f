import type { Handle, HandleFetch } from '@sveltejs/kit';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.locale = 'en';
  event.locals.theme = 'system';
  event.locals.me = null;
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace('%vitrine.lang%', 'en').replace('%vitrine.dir%', 'ltr').replace('%vitrine.theme%', 'system'),
  });
};

/** Calls to our API stay in this process where the server offers it, as the same person. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const api = event.platform?.req?.vitrineApi;
  const url = new URL(request.url);
  if (!api || url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  const cookie = event.request.headers.get('cookie');
  if (cookie) request.headers.set('cookie', cookie);
  return api.fetch(request);
};
