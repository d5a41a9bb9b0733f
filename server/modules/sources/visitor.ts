import type { Ctx } from '#platform/context';
import { FetchProblem, fetchOnce } from '#platform/guarded-fetch';
import type { CrawlLimits } from './crawl-limits.ts';
import { unpackBody } from './decode-body.ts';
import { waitForTurn } from './pace.ts';
import { PageProblem } from './page-problem.ts';
import { productToken, type RobotsRules, readRobots } from './robots.ts';

/** What the server knows of the copy that we have. */
export type Validators = { etag: string | null; lastModified: string | null };

export type Visited =
  | { kind: 'unchanged' }
  | { kind: 'gone'; status: number }
  /** `url` is where the redirects led, `body` unpacked. */
  | { kind: 'page'; url: string; body: Buffer; contentType: string; robotsTag: string; validators: Validators };

export type Visitor = {
  /** Throws `PageProblem` or `FetchProblem` where the page cannot be had. */
  visit(url: string, options?: { known?: Validators; isList?: boolean }): Promise<Visited>;
};

/**
 * Fetches pages as a well-behaved crawler: by each site's robots.txt (read once a run), in turn at each host, with
 * conditional requests (RFC 9110, 13), every redirect judged like the address itself.
 */
export function createVisitor(ctx: Ctx, limits: CrawlLimits, signal: AbortSignal): Visitor {
  const rules = new Map<string, Promise<RobotsRules>>();
  const contact = ctx.config.publicUrl ? ` (+${ctx.config.publicUrl})` : '';
  const userAgent = `${productToken}/1.0${contact}`;

  const get = (url: string, maxBytes: number, headers: Record<string, string> = {}) =>
    fetchOnce(
      url,
      { ...limits.page, maxBytes },
      { signal, headers: { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br', ...headers } },
    );

  function rulesOf(origin: string): Promise<RobotsRules> {
    const known = rules.get(origin) ?? fetchRules(`${origin}/robots.txt`);
    known.catch(() => {});
    rules.set(origin, known);
    return known;
  }

  async function fetchRules(url: string): Promise<RobotsRules> {
    try {
      let at = url;
      for (let hops = 0; hops <= limits.redirects; hops++) {
        await waitForTurn(ctx, new URL(at).host, limits.gapMs, signal);
        const { status, headers, body } = await get(at, limits.page.maxBytes);
        const next = locationOf(at, status, headers.location);
        if (next === null) {
          const plain = await unpackBody(body, headers, limits.page.maxBytes);
          return readRobots(url, { status, contentType: headers['content-type'] ?? '', body: plain });
        }
        at = next;
      }
      // RFC 9309, 2.3.1.2: after five redirects it may be taken as not there.
      return readRobots(url, { status: 404, contentType: '', body: Buffer.alloc(0) });
    } catch (error) {
      const isOurs = error instanceof PageProblem || (error instanceof FetchProblem && error.code === 'not-public');
      if (isOurs || !(error instanceof FetchProblem)) throw error;
      throw new PageProblem('robots-unreachable', `robots.txt of ${new URL(url).host} ${error.message}`);
    }
  }

  return {
    async visit(given, { known, isList = false } = {}) {
      let url = given;
      for (let hops = 0; hops <= limits.redirects; hops++) {
        if (!/^https?:/.test(url)) throw new PageProblem('address', 'is not an http(s) address');
        const { origin, host } = new URL(url);
        const { allows, delayMs } = await rulesOf(origin);
        if (!allows(url)) throw new PageProblem('robots', `robots.txt of ${host} asks crawlers not to read it`);
        if (delayMs > limits.longestDelayMs)
          throw new PageProblem('crawl-delay', `${host} asks for ${delayMs / 1000} s between two pages`);
        await waitForTurn(ctx, host, Math.max(limits.gapMs, delayMs), signal);
        const maxBytes = isList ? limits.listBytes : limits.page.maxBytes;
        const { status, headers, body } = await get(url, maxBytes, { accept: acceptOf(isList), ...conditions(known) });
        if (status === 304 && known) return { kind: 'unchanged' };
        if (status === 404 || status === 410) return { kind: 'gone', status };
        if (status === 200)
          return {
            kind: 'page',
            url,
            body: await unpackBody(body, headers, isList ? limits.unpackedListBytes : limits.page.maxBytes),
            contentType: headers['content-type'] ?? '',
            robotsTag: String(headers['x-robots-tag'] ?? ''),
            validators: { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null },
          };
        const next = locationOf(url, status, headers.location);
        if (next === null) throw new PageProblem('status', `answers with status ${status}`);
        url = next;
      }
      throw new PageProblem('redirects', `redirects more than ${limits.redirects} times`);
    },
  };
}

function locationOf(url: string, status: number, location: string | undefined): string | null {
  if (status < 300 || status >= 400 || !location) return null;
  if (!URL.canParse(location, url)) throw new PageProblem('address', 'redirects to what is no address');
  return new URL(location, url).href;
}

function acceptOf(isList: boolean): string {
  return isList
    ? 'application/xml, text/xml, application/rss+xml, application/atom+xml, */*;q=0.5'
    : 'text/html, */*;q=0.5';
}

function conditions(known: Validators | undefined): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  };
}
