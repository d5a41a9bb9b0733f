import { KnowledgeError } from './errors.ts';

/** Pages of a short list that is at hand whole; the cursor says how many were shown. */
export function paginate<Row>(
  rows: Row[],
  cursor: string | undefined,
  limit: number,
): { page: Row[]; nextCursor: string | null } {
  const shown = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
  if (!Number.isSafeInteger(shown) || shown < 0) throw KnowledgeError.badCursor();
  const end = shown + limit;
  return {
    page: rows.slice(shown, end),
    nextCursor: end < rows.length ? Buffer.from(String(end)).toString('base64url') : null,
  };
}
