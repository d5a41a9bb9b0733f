import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import { runServer } from './running-server.ts';

type Route = {
  path: string;
  requestsPerSecond: number;
  p99Ms: number;
  jsBytesGzip: number;
  htmlBytesGzip: number;
  cssBytesGzip: number;
};

const secondsEach = 10;
const connections = 8;

const paths = [
  '/',
  '/search?q=red+long+dress',
  '/listings/velvet-column-dress-red-us8',
  '/fa/search?q=%D9%87%D8%AF%D9%81%D9%88%D9%86',
];

/** Pages of the built program on the demo world, one server process on one core: throughput, tail, and what a browser fetches. */
export async function run(): Promise<{
  routes: Route[];
  residentMiB: number;
  firstStartMs: number;
  secondStartMs: number;
}> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'vitrine-bench-'));
  const first = await runServer({}, dataDir);
  const routes: Route[] = [];
  let residentAfterStart = 0;
  let secondStartMs = 0;
  try {
    residentAfterStart = await first.residentMiB();
    for (const page of paths) {
      await fetch(first.address + page);
      const result = await autocannon({ url: first.address + page, duration: secondsEach, connections });
      const route = {
        path: page,
        requestsPerSecond: Math.round(result.requests.average),
        p99Ms: result.latency.p99,
        ...(await weigh(first.address, page)),
      };
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${page}: ${result.non2xx + result.errors} requests failed`);
      process.stderr.write(
        `${page}  ${route.requestsPerSecond}/s  p99 ${route.p99Ms} ms  JS ${route.jsBytesGzip} B gzip\n`,
      );
      routes.push(route);
    }
  } finally {
    await first.stop().catch(() => {});
  }
  const second = await runServer({}, dataDir);
  secondStartMs = Math.round(second.startedMs);
  await second.stop();
  await rm(dataDir, { recursive: true, force: true });
  return { routes, residentMiB: residentAfterStart, firstStartMs: Math.round(first.startedMs), secondStartMs };
}

/** What a browser fetches for a page, gzipped as the server's files would be: scripts and styles named in its HTML. */
async function weigh(
  address: string,
  page: string,
): Promise<Pick<Route, 'jsBytesGzip' | 'htmlBytesGzip' | 'cssBytesGzip'>> {
  const html = await (await fetch(address + page)).text();
  const files = new Set(
    [...html.matchAll(/["'(]([^"'()\s]*\/_app\/immutable\/[^"'()\s]+\.(?:js|css))["')]/g)].map(
      (match) => new URL(match[1]!, address + page).href,
    ),
  );
  let jsBytesGzip = 0;
  let cssBytesGzip = 0;
  for (const file of files) {
    const size = gzipSync(Buffer.from(await (await fetch(file)).arrayBuffer())).byteLength;
    if (file.endsWith('.js')) jsBytesGzip += size;
    else cssBytesGzip += size;
  }
  return { jsBytesGzip, cssBytesGzip, htmlBytesGzip: gzipSync(html).byteLength };
}
