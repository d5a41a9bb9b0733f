import { CatalogError } from './errors.ts';

/** Where a list by time goes on: the last row's time and id, as opaque text. */
export function encodeCursor(listedAt: Date, id: string): string {
  return Buffer.from(`${listedAt.getTime()} ${id}`).toString('base64url');
}

/** Throws `request.bad-cursor` for text that this API did not make. */
export function decodeCursor(text: string): { listedAt: Date; id: string } {
  const match = /^(\d{1,15}) ([\w.~-]{1,120})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw CatalogError.badCursor();
  return { listedAt: new Date(Number(match[1])), id: match[2]! };
}
