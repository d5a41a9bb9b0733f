import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import autocannon from 'autocannon';
import { findChromium } from '../bin/find-chromium.mjs';
import { runServer } from './running-server.ts';

type Route = {
  path: string;
  /** One address asked again and again, which visitors share for a moment. */
  requestsPerSecond: number;
  p99Ms: number;
  /** Each request an address of its own, so that every page is made. */
  madeAnewPerSecond: number;
  madeAnewP99Ms: number;
  jsBytesGzip: number;
  htmlBytesGzip: number;
  cssBytesGzip: number;
};

const secondsEach = 10;
const connections = 8;

const paths = [
  '/',
  '/search?q=headphones',
  '/search?q=red+long+dress',
  '/search?q=red+long+dress+with+a+big+bow+under+%24120',
  '/listings/velvet-column-dress-red-us8',
  '/fa/search?q=%D9%87%D8%AF%D9%81%D9%88%D9%86',
  '/fa/search?q=%D9%BE%DB%8C%D8%B1%D8%A7%D9%87%D9%86+%D9%82%D8%B1%D9%85%D8%B2+%D8%A8%D9%84%D9%86%D8%AF',
];

/** Pages of the built program on the demo world, one server process on one core: throughput, tail, and what a browser fetches. */
export async function run(): Promise<{
  routes: Route[];
  residentMiB: number;
  firstStartMs: number;
  secondStartMs: number;
}> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'vitrine-bench-'));
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('there is no Chromium to weigh the pages with; install it or set CHROMIUM');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const first = await runServer({}, dataDir);
  const routes: Route[] = [];
  let residentAfterStart = 0;
  let secondStartMs = 0;
  try {
    residentAfterStart = await first.residentMiB();
    for (const page of paths) {
      const again = await load(first.address, () => page);
      let count = 0;
      const anew = await load(first.address, () => `${page}${page.includes('?') ? '&' : '?'}ref=${count++}`);
      const route = {
        path: page,
        requestsPerSecond: again.perSecond,
        p99Ms: again.p99Ms,
        madeAnewPerSecond: anew.perSecond,
        madeAnewP99Ms: anew.p99Ms,
        ...(await weigh(browser, first.address + page)),
      };
      process.stderr.write(
        `${page}  ${route.requestsPerSecond}/s  made anew ${route.madeAnewPerSecond}/s  JS ${route.jsBytesGzip} B gzip\n`,
      );
      routes.push(route);
    }
  } finally {
    await browser.close();
    await first.stop().catch(() => {});
  }
  const second = await runServer({}, dataDir);
  secondStartMs = Math.round(second.startedMs);
  await second.stop();
  await rm(dataDir, { recursive: true, force: true });
  return { routes, residentMiB: residentAfterStart, firstStartMs: Math.round(first.startedMs), secondStartMs };
}

/** Asks for one page after the other for a while, each by the address that `next` says. */
async function load(address: string, next: () => string): Promise<{ perSecond: number; p99Ms: number }> {
  await fetch(address + next());
  const result = await autocannon({
    url: address,
    duration: secondsEach,
    connections,
    requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${next()}: ${result.non2xx + result.errors} requests failed`);
  return { perSecond: Math.round(result.requests.average), p99Ms: result.latency.p99 };
}

/**
 * What a browser fetches until a page is alive, each file gzipped as the server's files would be: its HTML, its styles
 * and every script, also those that its scripts ask for.
 */
async function weigh(
  browser: Browser,
  url: string,
): Promise<Pick<Route, 'jsBytesGzip' | 'htmlBytesGzip' | 'cssBytesGzip'>> {
  const bytes = { document: 0, stylesheet: 0, script: 0 };
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const weighed: Promise<void>[] = [];
    page.on('response', (response) => {
      const kind = response.request().resourceType() as keyof typeof bytes;
      if (!(kind in bytes)) return;
      weighed.push(
        response.body().then((body) => {
          bytes[kind] += gzipSync(body, { level: 9 }).byteLength;
        }),
      );
    });
    await page.goto(url);
    await page.waitForSelector('html[data-alive]', { state: 'attached' });
    await page.waitForLoadState('networkidle');
    await Promise.all(weighed);
  } finally {
    await context.close();
  }
  return { jsBytesGzip: bytes.script, cssBytesGzip: bytes.stylesheet, htmlBytesGzip: bytes.document };
}
