import robotsParser from 'robots-parser';
import { decodeText } from './decode-body.ts';
import { PageProblem } from './page-problem.ts';

/** How sites name us in their robots.txt (RFC 9309, 2.2.1: letters, hyphens and underscores). */
export const productToken = 'VitrineBot';

/** What a site asks of crawlers; `delayMs` is its Crawl-delay, 0 where it names none. */
export type RobotsRules = { allows(url: string): boolean; delayMs: number };

type Answer = { status: number; contentType: string; body: Buffer };

const everything: RobotsRules = { allows: () => true, delayMs: 0 };
/** RFC 9309, 2.5: at least this much of the file must be read. */
const mostBytes = 512 * 1024;

/**
 * The rules for us in a robots.txt as it was answered: a status of 400 to 499 means there are none; where the server
 * fails nothing may be fetched (RFC 9309, 2.3.1). Throws `PageProblem`.
 */
export function readRobots(url: string, { status, contentType, body }: Answer): RobotsRules {
  if (status >= 400 && status < 500) return everything;
  if (status !== 200)
    throw new PageProblem('robots-unreachable', `robots.txt of ${new URL(url).host} answers ${status}`);
  const text = decodeText(body.subarray(0, mostBytes), /charset/i.test(contentType) ? contentType : 'charset=utf-8');
  const robots = robotsParser(url, text);
  const delay = Number(robots.getCrawlDelay(productToken) ?? 0);
  return {
    allows: (address) => robots.isAllowed(address, productToken) !== false,
    delayMs: Number.isFinite(delay) && delay > 0 ? delay * 1000 : 0,
  };
}
