import type { Context } from 'hono';
import { AppError } from '#platform/errors';

/** Largest JSON body, in bytes. Streams (imports, pictures) have limits of their own. */
export const jsonLimitBytes = 256 * 1024;

/**
 * Refuses changes that another site's page asks for with our cookie (cross-site request forgery): browsers say where a
 * request comes from in Sec-Fetch-Site, older ones in Origin. Requests without a cookie or from no page pass.
 */
export function refuseForeignPages(method: string, headers: Headers): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || !headers.has('cookie')) return;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const isForeign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== null && hostOf(origin) !== headers.get('host');
  if (isForeign) throw new AppError('request.foreign-page', 403, 'This request comes from a page of another site.');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** Refuses addresses that are not UTF-8 or carry NUL, naming the query parameter. */
export function refuseBrokenAddress(url: string): void {
  const [path = '', query] = url.split(/\?(.*)/s, 2);
  if (decode(path)?.includes('\0') ?? true)
    throw new AppError('request.broken-text', 400, 'The address must be text in UTF-8, percent-encoded, without NUL.');
  if (query === undefined) return;
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=', 2).map((part) => part.replaceAll('+', ' '));
    const decoded = decode(value);
    if (decoded === null || decode(name) === null || decoded.includes('\0')) {
      const detail = 'Must be text in UTF-8, percent-encoded, without NUL.';
      throw new AppError('request.broken-text', 400, `?${name}: ${detail}`, {
        fields: [{ pointer: `?${name}`, detail }],
      });
    }
  }
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Reads a JSON body strictly before validation: at most `jsonLimitBytes`, UTF-8, well-formed, no NUL and no lone
 * surrogate in any string (PostgreSQL stores neither). Other content types pass through unread.
 */
export async function readText(c: Context): Promise<void> {
  const isJson = /^application\/([\w.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? '');
  if (!isJson || c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.raw.body === null) return;
  const bytes = await readAtMost(c.req.raw.body, jsonLimitBytes);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('request.broken-text', 400, 'The body is not UTF-8 text.', {
      fields: [{ pointer: '', detail: 'Must be UTF-8.' }],
    });
  }
  if (text.trim() === '') text = 'null';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AppError('request.broken-json', 400, `The body is not JSON: ${(error as Error).message}`, {
      fields: [{ pointer: '', detail: 'Must be JSON.' }],
    });
  }
  const broken = findBrokenText(value, '', 0);
  if (broken !== null) {
    const detail = 'Must be well-formed text without NUL, nested at most 32 deep.';
    throw new AppError('request.broken-text', 422, `${broken}: ${detail}`, { fields: [{ pointer: broken, detail }] });
  }
  // Hono types its cache as the values, and keeps promises of them.
  c.req.bodyCache.text = Promise.resolve(text) as unknown as string;
}

async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit)
      throw new AppError('request.too-large', 413, `The body is larger than ${limit / 1024} KiB; send less.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function findBrokenText(value: unknown, pointer: string, depth: number): string | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= 32) return pointer;
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (key.includes('\0') || !key.isWellFormed()) return pointer;
    const broken = findBrokenText(child, at, depth + 1);
    if (broken !== null) return broken;
  }
  return null;
}
