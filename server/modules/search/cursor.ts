import { createHash } from 'node:crypto';
import type { SearchQuery } from '#contract/search';
import { AppError } from '#platform/errors';

const deepest = 10_000;

/** Where the next page begins, bound to the request it belongs to. */
export function encodeCursor(offset: number, query: SearchQuery): string {
  return Buffer.from(`${offset} ${fingerprint(query)}`).toString('base64url');
}

/** Throws `request.bad-cursor` for a cursor of another search, or text that this API did not make. */
export function decodeCursor(cursor: string, query: SearchQuery): number {
  const match = /^(\d{1,5}) ([0-9a-f]{16})$/.exec(Buffer.from(cursor, 'base64url').toString());
  const offset = Number(match?.[1]);
  if (!match || match[2] !== fingerprint(query) || offset > deepest) {
    const detail = 'Not a cursor of this search; start again without it.';
    throw new AppError('request.bad-cursor', 422, `?cursor: ${detail}`, { fields: [{ pointer: '?cursor', detail }] });
  }
  return offset;
}

/** What must stay the same from page to page. */
function fingerprint({ cursor: _, locale: __, limit: ___, ...rest }: SearchQuery): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(rest).sort()))
    .digest('hex')
    .slice(0, 16);
}
