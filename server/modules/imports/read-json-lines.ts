import { decode } from './decode-text.ts';
import { RowProblem, type SourceRow } from './row-problem.ts';

/** Longest row, in bytes. */
export const maxRowBytes = 1024 * 1024;

const newline = 0x0a;

/**
 * JSON Lines (jsonlines.org): one object a line, strict UTF-8, empty lines skipped. A line that is too long, not UTF-8,
 * not JSON or not an object is a row with a problem. Never holds more than one line and one chunk.
 */
export async function* readJsonLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRow> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let line = 1;

  function add(piece: Uint8Array): void {
    size += piece.length;
    // What is beyond the limit is counted, not kept.
    if (size <= maxRowBytes) pieces.push(piece);
  }
  function take(): SourceRow | null {
    const row = size > maxRowBytes ? { line, problem: tooLong() } : parseLine(line, Buffer.concat(pieces));
    pieces = [];
    size = 0;
    line++;
    return row;
  }

  for await (const chunk of bytes) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(newline, start);
      if (end < 0) break;
      add(chunk.subarray(start, end));
      start = end + 1;
      const row = take();
      if (row) yield row;
    }
    if (start < chunk.length) add(Buffer.from(chunk.subarray(start)));
  }
  const last = size > 0 ? take() : null;
  if (last) yield last;
}

function parseLine(line: number, bytes: Buffer): SourceRow | null {
  const text = decode(bytes);
  if (text === null) return { line, problem: new RowProblem(null, 'is not UTF-8 text') };
  const json = line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { line, value: value as Record<string, unknown> };
    return { line, problem: new RowProblem(null, 'is not a JSON object') };
  } catch (error) {
    return { line, problem: new RowProblem(null, `is not JSON: ${(error as Error).message}`) };
  }
}

export function tooLong(): RowProblem {
  return new RowProblem(null, `is longer than ${maxRowBytes / 1024} KiB`);
}
