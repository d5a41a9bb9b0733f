/** One row cannot be taken: the field of ours that is wrong (null: the row as a whole) and why, in words. */
export class RowProblem extends Error {
  readonly field: string | null;

  constructor(field: string | null, reason: string) {
    super(reason);
    this.name = 'RowProblem';
    this.field = field;
  }
}

/** A row as it lies in the file, with the line it begins on; `problem` where it could not even be read. */
export type SourceRow =
  | { line: number; value: Record<string, unknown>; problem?: undefined }
  | { line: number; problem: RowProblem };

/** The file cannot be read any further (broken XML, no header, a map that names no column of it). */
export class UnreadableFile extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.name = 'UnreadableFile';
    this.line = line;
  }
}

/** A short quotation of what a file says, for messages. */
export function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
