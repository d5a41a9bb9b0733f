import type { Place } from './conversation-queries.ts';
import { AssistantError } from './errors.ts';

/** Where a list by time goes on, as opaque text. */
export function encodePlace({ at, id }: Place): string {
  return Buffer.from(`${at.getTime()} ${id}`).toString('base64url');
}

/** Throws `request.bad-cursor` for text that this API did not make. */
export function decodePlace(text: string): Place {
  const match = /^(\d{1,15}) ([\w.~-]{1,120})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw AssistantError.badCursor();
  return { at: new Date(Number(match[1])), id: match[2]! };
}
