/** Stands where a file's bytes are not UTF-8. A noncharacter: never in real text (Unicode 23.7). */
export const brokenMark = '\ufdd0';

const newline = 0x0a;
/** More than this without a line end is not a table; it is passed on in pieces, for the reader to refuse. */
const mostUncut = 2 * 1024 * 1024;

/**
 * Bytes as text, cut at line ends. A line that is not UTF-8 keeps its place, with `brokenMark` where the bytes are
 * wrong, so that one broken row does not cost the file. A byte order mark at the start is dropped.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of bytes) {
    const whole = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    const end = whole.lastIndexOf(newline) + 1 || (whole.length > mostUncut ? whole.length : 0);
    rest = whole.subarray(end);
    if (end === 0) continue;
    yield decodeLines(whole.subarray(0, end), isFirst);
    isFirst = false;
  }
  if (rest.length > 0) yield decodeLines(rest, isFirst);
}

function decodeLines(bytes: Buffer, isFirst: boolean): string {
  const text = decode(bytes) ?? decodeOneByOne(bytes);
  return isFirst && text.startsWith('\ufeff') ? text.slice(1) : text;
}

function decodeOneByOne(bytes: Buffer): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    lines.push(decode(line) ?? line.toString('utf8').replaceAll('\ufffd', brokenMark));
    start = end;
  }
  return lines.join('');
}

/** The text, or null where the bytes are not UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
