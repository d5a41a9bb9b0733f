import { lookup as resolveName } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A picture cannot be had; the message says why. */
export class PictureProblem extends Error {}

/** `mayReach` judges each IP address before a connection to it is made. */
export type FetchLimits = { maxBytes: number; timeoutMs: number; mayReach(address: string): boolean };
export const fetchLimits: FetchLimits = {
  maxBytes: 25 * 1024 * 1024,
  timeoutMs: 20_000,
  mayReach: isPublicAddress,
};

const mostRedirects = 3;

/**
 * The bytes behind an http(s) address. Every address the name resolves to must be reachable by the limits, and the
 * connection is made to the address that was looked at, so a name that changes its mind in between gains nothing;
 * redirects are judged anew.
 */
export async function fetchPicture(
  url: string,
  limits: FetchLimits = fetchLimits,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const late = AbortSignal.timeout(limits.timeoutMs);
  const deadline = signal ? AbortSignal.any([late, signal]) : late;
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const answer = await get(parseAddress(at), limits, deadline);
    if (answer.bytes) return answer.bytes;
    if (!URL.canParse(answer.location, at)) throw new PictureProblem('redirects to what is no address');
    at = new URL(answer.location, at).href;
  }
  throw new PictureProblem(`redirects more than ${mostRedirects} times`);
}

function parseAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw new PictureProblem('is not an http(s) address');
  if (url.username || url.password) throw new PictureProblem('has a password in its address');
  return url;
}

type Answer = { bytes: Uint8Array; location?: undefined } | { bytes?: undefined; location: string };

async function get(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<Answer> {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !limits.mayReach(literal)) throw new PictureProblem(notPublic(url));
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      {
        signal,
        lookup: lookupWithin(limits),
        headers: { accept: 'image/*', 'user-agent': 'Vitrine (picture import)' },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        if (status >= 300 && status < 400 && response.headers.location) {
          response.destroy();
          return resolve({ location: response.headers.location });
        }
        if (status !== 200) {
          response.destroy();
          return reject(new PictureProblem(`answers with status ${status}`));
        }
        const chunks: Uint8Array[] = [];
        let size = 0;
        response.on('data', (chunk: Uint8Array) => {
          size += chunk.byteLength;
          chunks.push(chunk);
          if (size > limits.maxBytes) {
            response.destroy();
            reject(new PictureProblem(`is larger than ${limits.maxBytes / 1024 / 1024} MiB`));
          }
        });
        response.on('end', () => resolve({ bytes: Buffer.concat(chunks) }));
        response.on('error', (error) => reject(wordsOf(error, limits)));
      },
    );
    call.on('error', (error) => reject(wordsOf(error, limits)));
    call.end();
  });
}

function lookupWithin({ mayReach }: FetchLimits): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }).then(
      (addresses) => {
        const first = addresses[0];
        if (!first || addresses.some(({ address }) => !mayReach(address))) {
          callback(new PictureProblem(notPublic({ hostname })), []);
        } else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };
}

function notPublic({ hostname }: { hostname: string }): string {
  return `${hostname} is not on the public internet`;
}

function wordsOf(error: Error, limits: FetchLimits): Error {
  if (error instanceof PictureProblem) return error;
  const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
  return new PictureProblem(
    isLate ? `took longer than ${limits.timeoutMs / 1000} s` : `cannot be fetched: ${error.message}`,
  );
}
