import type { ImportReport } from '#contract/import';
import type { Ctx } from '#platform/context';
import type { ImportLanguage } from './canonical-values.ts';
import type { ImportMap } from './import-map.ts';
import { importPictures, type PictureSource } from './import-pictures.ts';
import { emptyReport, importRows } from './import-rows.ts';
import { type ImportFormat, openImport } from './open-import.ts';
import { UnreadableFile } from './row-problem.ts';
import type { ImportTarget } from './save-batch.ts';

export type FileImport = {
  bytes: AsyncIterable<Uint8Array>;
  format: ImportFormat;
  map: ImportMap | null;
  target: ImportTarget;
  language: ImportLanguage;
  dryRun: boolean;
  /** Null: pictures are left where they are. */
  pictures: PictureSource | null;
  onProgress?: (report: ImportReport) => Promise<void> | void;
  signal?: AbortSignal;
};

/**
 * Imports a file of any size, row by row. `isWhole` is false where the file could not be read to its end; what came
 * before that is imported, and the last problem says where it broke off.
 */
export async function importFile(ctx: Ctx, options: FileImport): Promise<{ report: ImportReport; isWhole: boolean }> {
  const { language, target, signal } = options;
  const pictures = options.pictures && { ...options.pictures, signal };
  const context = { language, now: ctx.clock.now(), currency: ctx.config.currency };
  const { rows, toDraft } = openImport(options.bytes, options.format, options.map, context);
  const report = emptyReport();
  try {
    await importRows(
      ctx,
      {
        rows,
        toDraft,
        target,
        dryRun: options.dryRun,
        afterBatch: pictures ? (items, note) => importPictures(ctx, target, pictures, items, note) : undefined,
        onProgress: options.onProgress,
        signal,
      },
      report,
    );
    return { report, isWhole: true };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    report.problems.push({ line: error.line, field: null, reason: error.message });
    return { report, isWhole: false };
  }
}
