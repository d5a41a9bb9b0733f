import { type ActionFailure, error, fail, redirect } from '@sveltejs/kit';
import type { Problem } from '#contract/problem';
import type { NewSource, Source, SourcePages, SourceRun } from '#contract/source';
import { withReturn } from '$lib/account/return-path';
import { ApiProblem } from '$lib/api/client';
import { localePath } from '$lib/i18n/locale';
import type { OperatorKey, OperatorWords } from '$lib/operator/words';
import { loadOperatorWords } from './operator-words';

type Event = { fetch: typeof fetch; locals: App.Locals; url: URL };

/** The API's part for operators; only the server calls it, so that no browser loads it. */
export function createOperatorClient({ fetch }: Pick<Event, 'fetch'>) {
  async function call<Body>(method: string, path: string, json?: unknown): Promise<Body> {
    const response = await fetch(`/api/v1/operator${path}`, {
      method,
      headers: json === undefined ? undefined : { 'content-type': 'application/json' },
      body: json === undefined ? undefined : JSON.stringify(json),
    });
    if (response.status === 204) return undefined as Body;
    const body: unknown = await response.json();
    if (!response.ok) throw new ApiProblem(body as Problem);
    return body as Body;
  }
  const at = encodeURIComponent;
  return {
    sources: () => call<{ sources: Source[] }>('GET', '/sources'),
    source: (id: string) => call<Source & { runs: SourceRun[] }>('GET', `/sources/${at(id)}`),
    pages: (id: string, query: URLSearchParams) => call<SourcePages>('GET', `/sources/${at(id)}/pages?${query}`),
    addSource: (json: NewSource) => call<Source>('POST', '/sources', json),
    crawl: (id: string) => call<SourceRun>('POST', `/sources/${at(id)}/crawl`),
    removeSource: (id: string) => call<void>('DELETE', `/sources/${at(id)}`),
  };
}

/** In `load`: visitors sign in first; what the API refuses is the page's error; the words come with the data. */
export async function forOperators<Body>(
  { locals, url }: Event,
  work: () => Promise<Body>,
): Promise<Body & { words: OperatorWords }> {
  if (!locals.me) redirect(303, withReturn(localePath(locals.locale, '/sign-in'), url.pathname + url.search));
  try {
    return { ...(await work()), words: await loadOperatorWords(locals.locale) };
  } catch (cause) {
    if (!(cause instanceof ApiProblem)) throw cause;
    error(cause.problem.status, { message: cause.problem.detail, code: cause.problem.code });
  }
}

const said: Record<string, OperatorKey> = {
  'source.running': 'error.running',
  'source.too-many': 'add.error.tooMany',
  'request.too-many': 'error.wait',
};

/** In an action that has no fields: the API's refusal in words. */
export function refuse(cause: unknown): ActionFailure<{ says: OperatorKey }> {
  if (!(cause instanceof ApiProblem)) throw cause;
  return fail(cause.problem.status, { says: said[cause.problem.code] ?? ('error.other' as const) });
}
