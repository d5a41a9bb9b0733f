import type { IncomingMessage } from 'node:http';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Ctx } from '#platform/context';
import { isDatabaseUnavailable } from '#platform/database';
import { AppError, problemOf } from '#platform/errors';
import type { Logger } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import { clientAddressOf } from './client-address.ts';
import { readText, refuseBrokenAddress, refuseForeignPages } from './read-request.ts';

/** What the HTTP server hands to the API beside the request. `clientAddress` is set for calls from a page, in process. */
export type ApiBindings = { incoming?: IncomingMessage; clientAddress?: string };
export type ApiEnvironment = {
  Bindings: ApiBindings;
  Variables: { ctx: Ctx; requestId: string; clientAddress: string };
};
export type ApiRouter = OpenAPIHono<ApiEnvironment>;

/** A router whose validation failures become problem+json with a pointer to each wrong field. */
export function createRouter(): ApiRouter {
  return new OpenAPIHono<ApiEnvironment>({
    defaultHook: (result) => {
      if (result.success) return;
      const where = result.target;
      const fields = result.error.issues.flatMap((issue) => {
        const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
        const detail = issue.code === 'unrecognized_keys' ? 'Unknown field; remove it.' : issue.message;
        return names.map((name) => ({ pointer: pointerTo(where, name), detail }));
      });
      const named = fields.map((field) => `${field.pointer || 'body'}: ${field.detail}`).slice(0, 3);
      throw new AppError('request.not-valid', 422, named.join(' '), { fields });
    },
  });
}

function pointerTo(target: string, path: PropertyKey[]): string {
  if (target === 'json' || target === 'form')
    return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return target === 'query' ? `?${path.map(String).join('.')}` : `${target}:${path.map(String).join('.')}`;
}

/**
 * The API's outer shell: request ids, one log line and one measurement a request, broken input refused before any route
 * sees it, and the single boundary that turns errors into RFC 9457 problem+json.
 */
export function createApi(options: {
  log: Logger;
  metrics: Metrics;
  trustProxy: boolean;
  makeCtx(request: { path: string; headers: Headers; log: Logger }): Promise<Ctx>;
}): ApiRouter {
  const api = createRouter();

  api.use('*', async (c, next) => {
    const requestId = acceptableId(c.req.header('x-request-id')) ?? crypto.randomUUID();
    const log = options.log.child({ requestId });
    const started = performance.now();
    c.set('requestId', requestId);
    c.set('clientAddress', c.env?.clientAddress ?? addressOf(c, options.trustProxy));
    c.header('x-request-id', requestId);
    c.header('x-content-type-options', 'nosniff');
    try {
      // Calls from our own pages' server code were checked by the page that made them.
      if (!c.env?.clientAddress) refuseForeignPages(c.req.method, c.req.raw.headers);
      refuseBrokenAddress(c.req.url);
      await readText(c);
      c.set('ctx', await options.makeCtx({ path: c.req.path, headers: c.req.raw.headers, log }));
    } catch (error) {
      c.res = renderError(error, c.req.path, log);
      c.res.headers.set('x-request-id', requestId);
      return;
    }
    await next();
    const seconds = (performance.now() - started) / 1000;
    options.metrics.observeRequest(c.req.method, c.req.routePath, c.res.status, seconds);
    log.debug(
      { method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(seconds * 1000) },
      'request',
    );
  });

  api.onError((error, c) => renderError(error, c.req.path, options.log.child({ requestId: c.get('requestId') })));
  api.notFound((c) => {
    throw new AppError('route.not-found', 404, `There is no ${c.req.method} ${c.req.path}; see /api/v1/docs.`);
  });
  return api;
}

function renderError(error: unknown, instance: string, log: Logger): Response {
  const known = asAppError(error);
  if (known?.status === 503) log.warn({ reason: (error as Error).message, instance }, 'the database does not answer');
  if (!known) log.error({ err: error, instance }, 'a request failed unexpectedly');
  const shown = known ?? new AppError('internal', 500, 'Something went wrong on our side; it is in the log.');
  return new Response(JSON.stringify(problemOf(shown, instance)), {
    status: shown.status as ContentfulStatusCode,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'x-content-type-options': 'nosniff',
      ...shown.headers,
    },
  });
}

function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status < 500)
    return new AppError('request.not-valid', error.status, error.message || 'The request is not valid.');
  if (isDatabaseUnavailable(error)) {
    const detail = 'The database does not answer at the moment; try again in a few seconds.';
    return new AppError('service.unavailable', 503, detail, { headers: { 'retry-after': '5' }, cause: error });
  }
  return null;
}

function acceptableId(id: string | undefined): string | undefined {
  return id && /^[\w-]{8,64}$/.test(id) ? id : undefined;
}

function addressOf(c: Context<ApiEnvironment>, trustProxy: boolean): string {
  return clientAddressOf(c.env?.incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), trustProxy);
}
