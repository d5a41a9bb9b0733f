import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { type Config, findProjectRoot } from '#platform/config';
import { type ApiRouter, clientAddressOf } from '#platform/http';
import type { Logger } from '#platform/log';

type Handler = (request: IncomingMessage, response: ServerResponse, next?: () => void) => void;

/**
 * What a page's server code finds on the Node request: the API, called in process, and where a failure of the page is
 * logged. See web/src/hooks.server.ts.
 */
export type InProcessApi = { fetch(request: Request): Promise<Response>; report(failure: unknown): void };

/**
 * One listener for everything: `/api`, `/media` and `/metrics` go to the API, the rest to the web pages (the built
 * ones, or Vite's with VITRINE_DEV=on). Pages call the API in process, as the same person from the same address.
 */
export async function loadPages(
  api: ApiRouter,
  environment: NodeJS.ProcessEnv,
  config: Pick<Config, 'trustProxy' | 'publicUrl'>,
  log: Logger,
): Promise<{ onRequest: Handler; stop(): Promise<void> }> {
  const apiListener = getRequestListener((request, env) => api.fetch(request, env), { overrideGlobalObjects: false });
  const pages = environment.VITRINE_DEV === 'on' ? await startVite() : await loadBuilt(environment);
  const protocol = config.publicUrl.startsWith('https:') ? 'https' : 'http';
  return {
    onRequest(request, response) {
      const url = request.url ?? '/';
      if (/^\/(api|media|metrics)(\/|\?|$)/.test(url)) return apiListener(request, response);
      const { headers } = request;
      const forwardedFor = [headers['x-forwarded-for'] ?? ''].flat().join(',');
      const clientAddress = clientAddressOf(request.socket.remoteAddress, forwardedFor, config.trustProxy);
      const inProcess: InProcessApi = {
        fetch: async (inner) => api.fetch(inner, { clientAddress }),
        report: (failure) => log.error({ err: failure, path: url.split('?')[0] }, 'a page failed'),
      };
      Object.assign(request, { vitrineApi: inProcess });
      if (!config.trustProxy || !headers['x-forwarded-proto']) headers['x-forwarded-proto'] = protocol;
      // A file that was there at the start may be gone after another build: that ends the answer, not the program.
      response.once('pipe', (file) => file.once('error', () => response.destroy()));
      pages.handler(request, response, () => {
        response.writeHead(404).end();
      });
    },
    stop: pages.stop,
  };
}

async function loadBuilt(environment: NodeJS.ProcessEnv): Promise<{ handler: Handler; stop(): Promise<void> }> {
  const file = path.join(findProjectRoot(), 'dist', 'web', 'handler.js');
  if (!existsSync(file)) throw new Error('The web pages are not built; run npm run build.');
  // adapter-node reads the address of a request from these headers, because a page may be opened by any name we have.
  environment.PROTOCOL_HEADER ??= 'x-forwarded-proto';
  environment.HOST_HEADER ??= 'host';
  environment.BODY_SIZE_LIMIT ??= '512K';
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: Handler };
  return { handler, stop: async () => {} };
}

async function startVite(): Promise<{ handler: Handler; stop(): Promise<void> }> {
  const { createServer } = await import('vite');
  process.chdir(path.join(findProjectRoot(), 'web'));
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' });
  return { handler: vite.middlewares as Handler, stop: () => vite.close() };
}
