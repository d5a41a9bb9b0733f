import type { importFormats } from '#contract/import';
import { googleMap, plainMap, shopifyMap } from './built-in-maps.ts';
import { compileMap } from './compile-map.ts';
import type { Draft, DraftContext } from './draft.ts';
import { type ImportMap, pathsOf } from './import-map.ts';
import { readCsv } from './read-csv.ts';
import { readGoogle } from './read-google.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readShopify } from './read-shopify.ts';
import type { Row } from './read-value.ts';
import { type SourceRow, UnreadableFile } from './row-problem.ts';

export type ImportFormat = (typeof importFormats)[number];
export type Kind = ImportMap['kind'];

/** The map that holds: the given one, or the format's own. */
export function mapFor(format: ImportFormat, given: ImportMap | null): ImportMap {
  if (given) return given;
  return format === 'shopify' ? shopifyMap() : format === 'google' ? googleMap() : plainMap();
}

/** Bytes of a file become rows, and rows drafts. A map of the person's own must name columns that the table has. */
export function openImport(
  bytes: AsyncIterable<Uint8Array>,
  format: ImportFormat,
  given: ImportMap | null,
  context: DraftContext,
): { rows: AsyncIterable<SourceRow>; toDraft: (row: Row) => Draft } {
  const toDraft = compileMap(mapFor(format, given), context);
  switch (format) {
    case 'jsonl':
      return { rows: readJsonLines(bytes), toDraft };
    case 'csv':
      return { rows: readCsv(bytes, { onColumns: (columns) => given && checkNamed(columns, given) }), toDraft };
    case 'shopify':
      return { rows: readShopify(bytes), toDraft };
    case 'google':
      return { rows: readGoogle(bytes), toDraft };
  }
}

function checkNamed(columns: string[], map: ImportMap): void {
  const missing = pathsOf(map).find(({ path }) => !columns.includes(path) && path !== '*');
  if (!missing) return;
  const there = columns.filter(Boolean).slice(0, 30).join(', ');
  throw new UnreadableFile(1, `the map takes ${missing.field} from "${missing.path}"; the columns are ${there}`);
}
