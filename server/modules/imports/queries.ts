import type { ColumnType, Selectable } from 'kysely';
import type { ImportReport, ImportRun } from '#contract/import';
import type { Database } from '#platform/database';

type ImportTables = { 'catalog.import_run': ImportRunTable };

type ImportRunTable = {
  id: string;
  closet_id: string;
  source: string;
  format: ImportRun['format'];
  dry_run: boolean;
  status: ImportRun['status'];
  report: ColumnType<ImportReport, string, string>;
  started_at: Date;
  finished_at: Date | null;
};
export type ImportRunRow = Selectable<ImportRunTable>;

export async function insertRun(db: Database, row: ImportRunRow): Promise<void> {
  await db
    .withTables<ImportTables>()
    .insertInto('catalog.import_run')
    .values({ ...row, report: JSON.stringify(row.report) })
    .execute();
}

export async function updateRun(
  db: Database,
  id: string,
  change: { report?: ImportReport; status?: ImportRun['status']; finished_at?: Date },
): Promise<void> {
  const { report, ...rest } = change;
  await db
    .withTables<ImportTables>()
    .updateTable('catalog.import_run')
    .set({ ...rest, ...(report === undefined ? {} : { report: JSON.stringify(report) }) })
    .where('id', '=', id)
    .execute();
}

export async function findRun(db: Database, id: string): Promise<ImportRunRow | undefined> {
  return db
    .withTables<ImportTables>()
    .selectFrom('catalog.import_run')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}
