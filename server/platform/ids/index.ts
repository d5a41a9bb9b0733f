import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new time-ordered id such as `lst_01jd3k6v9q...`: a prefix, 10 characters of milliseconds and 16 random ones in
 * Crockford base 32 (the layout of a ULID, lower-cased).
 */
export function createId(prefix: string, now: number): string {
  return `${prefix}_${encodeTime(now)}${encodeRandom()}`;
}

function encodeTime(now: number): string {
  let rest = Math.trunc(now);
  let text = '';
  for (let i = 0; i < 10; i++) {
    text = alphabet[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function encodeRandom(): string {
  let text = '';
  for (const byte of randomBytes(16)) text += alphabet[byte & 31];
  return text;
}
