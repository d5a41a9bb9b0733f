import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { brokenMark, decodeText } from './decode-text.ts';
import { maxRowBytes } from './read-json-lines.ts';
import { RowProblem, type SourceRow, UnreadableFile } from './row-problem.ts';

/** A row of a table by its column names; empty cells are left out. */
export type TableRow = Record<string, string>;
export type TableSourceRow = SourceRow & { value?: TableRow };

/**
 * CSV (RFC 4180) or tab-separated text with a first line of column names. A row with more values than there are columns
 * (an unquoted comma, say) or with bytes that are not UTF-8 is a row with a problem. Throws `UnreadableFile` where a
 * quote is never closed. `onColumns` sees the names first and may throw.
 */
export async function* readCsv(
  bytes: AsyncIterable<Uint8Array>,
  options: { delimiter?: string; onColumns?: (columns: string[]) => void } = {},
): AsyncGenerator<TableSourceRow> {
  const source = Readable.from(decodeText(bytes), { objectMode: false });
  const parser = source.pipe(
    parse({
      delimiter: options.delimiter ?? ',',
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: maxRowBytes,
      // Told by `skip` instead of thrown, so that the rows before it still come out.
      skip_records_with_error: true,
    }),
  );
  let isBroken = false;
  parser.on('skip', () => {
    isBroken = true;
    source.unpipe(parser);
    source.destroy();
    parser.end();
  });
  source.on('error', (error) => parser.destroy(error));
  let columns: string[] | null = null;
  let nextLine = 1;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const line = nextLine;
      nextLine += 1 + record.reduce((sum, cell) => sum + countNewlines(cell), 0);
      if (record.length === 1 && record[0]!.trim() === '') continue;
      if (columns) {
        yield rowOf(columns, record, line);
      } else {
        columns = record.map((name) => name.trim());
        checkColumns(columns);
        options.onColumns?.(columns);
      }
    }
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (isBroken)
    throw new UnreadableFile(nextLine, 'a quote that opens here is not closed; nothing after it could be read');
  if (!columns) throw new UnreadableFile(1, 'the file is empty; its first line must name the columns');
}

function rowOf(columns: string[], record: string[], line: number): TableSourceRow {
  const surplus = record.slice(columns.length).some((cell) => cell !== '');
  if (surplus || record.length < columns.length) {
    const hint = surplus ? '; put values with commas in double quotes' : '';
    const reason = `has ${record.length} values where there are ${columns.length} columns${hint}`;
    return { line, problem: new RowProblem(null, reason) };
  }
  const value: TableRow = {};
  for (const [index, column] of columns.entries()) {
    const cell = record[index]!;
    if (cell.includes(brokenMark)) return { line, problem: new RowProblem(null, `${column}: is not UTF-8 text`) };
    if (cell !== '' && column !== '') value[column] = cell;
  }
  return { line, value };
}

function checkColumns(columns: string[]): void {
  const named = columns.filter((name) => name !== '');
  const twice = named.find((name, index) => named.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableFile(1, `two columns are named "${twice}"`);
  if (columns.some((name) => name.includes(brokenMark))) throw new UnreadableFile(1, 'the file is not UTF-8 text');
}

function countNewlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
