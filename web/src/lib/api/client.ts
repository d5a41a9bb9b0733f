import { error as pageError } from '@sveltejs/kit';
import type { Marks } from '#contract/account';
import type { Answer, AskRequest } from '#contract/assistant';
import type { Category, ListingPage } from '#contract/catalogue';
import type { Closet, NewCloset } from '#contract/closet';
import type { DocumentDetail, DocumentSummary } from '#contract/document';
import type { ListingCard, ListingDetail } from '#contract/listing';
import type { Problem } from '#contract/problem';
import type { Question, QuestionPage } from '#contract/question';
import type { ReviewPage } from '#contract/review';
import type { SearchResponse } from '#contract/search';
import type { Locale } from '$lib/i18n/locale';

/** The API refused: its problem, with the fields that are wrong. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }

  /** What is wrong with one field of the body that was sent. */
  field(name: string): string | undefined {
    return this.problem.errors?.find(({ pointer }) => pointer === `/${name}`)?.detail;
  }
}

type Query = Record<string, string | number | string[] | null | undefined>;

export type Call = <Body>(method: string, path: string, options?: { query?: Query; json?: unknown }) => Promise<Body>;

/** Calls the API by path; the client below and those of single pages say what there is to call. */
export function createCall(fetch: typeof globalThis.fetch): Call {
  return async function call<Body>(method: string, path: string, options: Parameters<Call>[2] = {}): Promise<Body> {
    const response = await fetch(`/api/v1${path}${encodeQuery(options.query)}`, {
      method,
      headers: options.json === undefined ? undefined : { 'content-type': 'application/json' },
      body: options.json === undefined ? undefined : JSON.stringify(options.json),
    });
    if (response.status === 204) return undefined as Body;
    const body: unknown = await response.json();
    if (!response.ok) throw new ApiProblem(body as Problem);
    return body as Body;
  };
}

/** The public API, typed by the contract; works in `load`, in actions and in the browser. */
export function createClient(fetch: typeof globalThis.fetch, locale: Locale) {
  const call = createCall(fetch);
  const get = <Body>(path: string, query?: Query) => call<Body>('GET', path, { query });
  const at = encodeURIComponent;

  return {
    search: (query: URLSearchParams) => get<SearchResponse>('/search', { ...fromParams(query), locale }),
    suggest: (q: string) => get<{ suggestions: { text: string; kind: string }[] }>('/suggestions', { q, locale }),
    listing: (id: string) => get<ListingDetail>(`/listings/${at(id)}`, { locale }),
    listings: (ids: string[]) => get<{ listings: ListingCard[] }>('/listings', { ids: ids.join(','), locale }),
    similar: (id: string) => get<{ listings: ListingCard[] }>(`/listings/${at(id)}/similar`, { locale }),
    reviews: (
      id: string,
      query: { cursor?: string | null; limit?: number; aspect?: string | null; heightCm?: number | null },
    ) => get<ReviewPage>(`/listings/${at(id)}/reviews`, { ...query, locale }),
    questions: (id: string, cursor?: string | null, limit?: number) =>
      get<QuestionPage>(`/listings/${at(id)}/questions`, { cursor, limit }),
    questionChips: (id: string) => get<{ questions: string[] }>(`/listings/${at(id)}/chips`, { locale }),
    askSeller: (id: string, text: string) =>
      call<Question>('POST', `/listings/${at(id)}/questions`, { json: { text } }),
    feed: (cursor?: string, limit?: number) => get<ListingPage>('/feed', { cursor, limit, locale }),
    categories: () => get<{ categories: Category[] }>('/categories', { locale }),
    closet: (handle: string) => get<Closet>(`/closets/${at(handle)}`),
    openCloset: (json: NewCloset) => call<Closet>('POST', '/closets', { json }),
    closetListings: (handle: string, cursor?: string | null, limit?: number) =>
      get<ListingPage>(`/closets/${at(handle)}/listings`, { cursor, limit, locale }),
    documents: (query: { language?: Locale; category?: string } = {}) =>
      get<{ documents: DocumentSummary[] }>('/documents', query),
    document: (slug: string) => get<DocumentDetail>(`/documents/${at(slug)}`),
    ask: (json: AskRequest) => call<Answer>('POST', '/assistant/answers', { json }),
    answer: (id: string) => get<Answer>(`/assistant/answers/${at(id)}`, { locale }),
    marks: (listings: string[], closet?: string) =>
      get<Marks>('/me/marks', { listings: listings.join(',') || undefined, closet }),
    likes: () => get<{ listings: ListingCard[] }>('/me/likes', { locale }),
    setLike: (id: string, liked: boolean) => call<void>(liked ? 'PUT' : 'DELETE', `/listings/${at(id)}/like`),
    setFollow: (handle: string, followed: boolean) =>
      call<void>(followed ? 'PUT' : 'DELETE', `/closets/${at(handle)}/follow`),
    signUp: (json: { name: string; email: string; password: string }) => call<void>('POST', '/sign-up', { json }),
    signIn: (json: { email: string; password: string }) => call<void>('POST', '/sign-in', { json }),
    signOut: () => call<void>('POST', '/sign-out'),
  };
}

export type Client = ReturnType<typeof createClient>;

/** In `load`: the API's refusal becomes the page's error, with its own words. */
export async function orErrorPage<Body>(work: Promise<Body>): Promise<Body> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof ApiProblem)
      pageError(cause.problem.status, { message: cause.problem.detail, code: cause.problem.code });
    throw cause;
  }
}

function encodeQuery(query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined) params.append(name, String(one));
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

function fromParams(params: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}
