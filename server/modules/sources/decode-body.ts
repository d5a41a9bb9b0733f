import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { PageProblem } from './page-problem.ts';

const unpackers: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** What was sent packed, unpacked: by its Content-Encoding, or a .gz file by its first bytes (RFC 1952). */
export async function unpackBody(body: Buffer, headers: IncomingHttpHeaders, maxBytes: number): Promise<Buffer> {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const plain = encoding === 'identity' || encoding === '' ? body : await unpack(body, encoding, maxBytes);
  const isPacked = plain[0] === 0x1f && plain[1] === 0x8b;
  return isPacked ? unpack(plain, 'gzip', maxBytes) : plain;
}

async function unpack(body: Buffer, encoding: string, maxBytes: number): Promise<Buffer> {
  const unpacker = unpackers[encoding];
  if (!unpacker) throw new PageProblem('broken', `is packed as ${encoding.slice(0, 40)}, which is not known`);
  try {
    return await unpacker(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new PageProblem('too-large', `is larger than ${maxBytes / 1024 / 1024} MiB when unpacked`);
    throw new PageProblem('broken', 'cannot be unpacked');
  }
}

/**
 * The text of a page, sitemap or feed: in the encoding of its byte order mark, else of its Content-Type, else of what it
 * declares in its first kilobyte; undeclared it is UTF-8 where it can be, else windows-1252 (WHATWG HTML 13.2.3).
 */
export function decodeText(body: Buffer, contentType: string): string {
  const named = markOf(body) ?? labelIn(contentType, /charset\s*=\s*["']?([\w.:-]+)/i) ?? declaredIn(body);
  const decoder = named && decoderFor(named);
  if (decoder) return decoder.decode(body);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    return new TextDecoder('windows-1252').decode(body);
  }
}

function markOf(body: Buffer): string | undefined {
  if (body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf) return 'utf-8';
  if (body[0] === 0xfe && body[1] === 0xff) return 'utf-16be';
  return body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : undefined;
}

function declaredIn(body: Buffer): string | undefined {
  const head = body.subarray(0, 1024).toString('latin1');
  const named =
    labelIn(head, /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i) ??
    labelIn(head, /<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i);
  // A page that says so in single bytes cannot be in double ones.
  return named && /^utf-16/i.test(named) ? 'utf-8' : named;
}

function labelIn(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text)?.[1];
}

function decoderFor(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
