import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a played page answers: its HTML, or all of the answer by hand. */
export type PlayedPage = string | http.RequestListener;

export type PlayedSite = {
  /** `http://127.0.0.1:port` */
  base: string;
  /** By path; what is not there answers 404. May be changed at any time. */
  pages: Map<string, PlayedPage>;
  /** Requests so far, robots.txt included. */
  requests: { path: string; headers: http.IncomingHttpHeaders; at: number }[];
  hits(path: string): number;
  stop(): Promise<void>;
};

/** A web site on this machine, for what reads the web. */
export async function playSite(pages: Record<string, PlayedPage> = {}): Promise<PlayedSite> {
  const served = new Map(Object.entries(pages));
  const requests: PlayedSite['requests'] = [];
  const server = http.createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push({ path, headers: request.headers, at: performance.now() });
    const page = served.get(path);
    if (typeof page === 'function') return page(request, response);
    if (page === undefined) return response.writeHead(404).end('nothing here');
    const type = page.trimStart().startsWith('<?xml') ? 'application/xml' : 'text/html; charset=utf-8';
    return response.writeHead(200, { 'content-type': path.endsWith('.txt') ? 'text/plain' : type }).end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages: served,
    requests,
    hits: (path) => requests.filter((request) => request.path === path).length,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
