import { lookup as resolveName } from 'node:dns/promises';
import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** What is behind an address cannot be had; the message says why, `code` what kind of reason it is. */
export class FetchProblem extends Error {
  readonly code: 'address' | 'not-public' | 'too-large' | 'too-slow' | 'unreachable';

  constructor(code: FetchProblem['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** `mayReach` judges each IP address before a connection to it is made; `timeoutMs` is for all of it, body included. */
export type ReachLimits = { maxBytes: number; timeoutMs: number; mayReach(address: string): boolean };

/** `body` is as it came over the wire, and empty where the status is not 200. */
export type Fetched = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/**
 * One GET of an http(s) address, redirects not followed. Every address the name resolves to must be reachable by the
 * limits, and the connection is made to the address that was looked at, so a name that changes its mind in between
 * gains nothing. Throws `FetchProblem`.
 */
export async function fetchOnce(
  address: string,
  limits: ReachLimits,
  options: { headers: Record<string, string>; signal?: AbortSignal },
): Promise<Fetched> {
  const url = parseAddress(address);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !limits.mayReach(literal)) throw notPublic(url.hostname);
  const late = AbortSignal.timeout(limits.timeoutMs);
  const signal = options.signal ? AbortSignal.any([late, options.signal]) : late;
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(options.signal?.aborted ? error : wordsOf(error, limits));
    const call = request(url, { signal, lookup: lookupWithin(limits), headers: options.headers }, (response) => {
      const { statusCode: status = 0, headers } = response;
      if (status !== 200) {
        response.destroy();
        return resolve({ status, headers, body: Buffer.alloc(0) });
      }
      const chunks: Uint8Array[] = [];
      let size = 0;
      response.on('data', (chunk: Uint8Array) => {
        size += chunk.byteLength;
        chunks.push(chunk);
        if (size > limits.maxBytes) {
          response.destroy();
          reject(new FetchProblem('too-large', `is larger than ${limits.maxBytes / 1024 / 1024} MiB`));
        }
      });
      response.on('end', () => resolve({ status, headers, body: Buffer.concat(chunks) }));
      response.on('error', refuse);
    });
    call.on('error', refuse);
    call.end();
  });
}

function parseAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new FetchProblem('address', 'is not an http(s) address');
  if (url.username || url.password) throw new FetchProblem('address', 'has a password in its address');
  return url;
}

function lookupWithin({ mayReach }: ReachLimits): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }).then(
      (addresses) => {
        const first = addresses[0];
        if (!first || addresses.some(({ address }) => !mayReach(address))) callback(notPublic(hostname), []);
        else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, []),
    );
  };
}

function notPublic(hostname: string): FetchProblem {
  return new FetchProblem('not-public', `${hostname} is not on the public internet`);
}

function wordsOf(error: Error, limits: ReachLimits): FetchProblem {
  if (error instanceof FetchProblem) return error;
  const isLate = error.name === 'AbortError' || error.name === 'TimeoutError';
  if (isLate) return new FetchProblem('too-slow', `took longer than ${limits.timeoutMs / 1000} s`);
  return new FetchProblem('unreachable', `cannot be fetched: ${error.message}`);
}
