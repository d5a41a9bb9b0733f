import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createLanguage } from '#engines/language';
import { findOrPlanCloset, importFile, readExampleMap } from '#modules/imports';
import { systemClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import type { Ctx } from '#platform/context';
import { connectDatabase, migrate, startEmbeddedPostgres } from '#platform/database';
import { createLog } from '#platform/log';
import { createOutbox } from '#platform/outbox';

type Measured = {
  pass: string;
  rows: number;
  refused: number;
  seconds: number;
  rowsPerSecond: number;
  cpuSeconds: number;
};

/**
 * Rows a second of an import into an empty database of its own: the first time, and again when nothing has changed.
 * `data` is a folder with `listings.jsonl` in the form of docs/import-examples/vestiaire.json.
 */
export async function run(options: { data?: string }): Promise<{ import: Measured[] }> {
  const file = path.join(options.data ?? '.', 'listings.jsonl');
  if (!existsSync(file)) throw new Error(`there is no ${file}; name its folder with --data`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-bench-'));
  const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  try {
    const { db, pool, close } = await connectDatabase(postgres.url, { max: 4 });
    try {
      await migrate(pool, path.resolve('migrations'));
      const log = createLog({ level: 'error', format: 'pretty' });
      const config = readConfig({ DATA_DIR: folder });
      const outbox = createOutbox(db, systemClock, log);
      const ctx: Ctx = { db, clock: systemClock, log, config, outbox, actor: { kind: 'system' } };
      const passes = [];
      for (const pass of ['new', 'unchanged']) passes.push(await measure(ctx, pass, file));
      return { import: passes };
    } finally {
      await close();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(ctx: Ctx, pass: string, file: string): Promise<Measured> {
  const language = createLanguage();
  const map = await readExampleMap('vestiaire');
  const closet = await findOrPlanCloset(ctx, 'bench', 'bench');
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const { report } = await importFile(ctx, {
    bytes: createReadStream(file, { highWaterMark: 256 * 1024 }),
    format: 'jsonl',
    map,
    target: { source: 'bench', closet },
    language,
    dryRun: false,
    pictures: null,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const { rows, refused } = report;
  const measured = {
    pass,
    rows,
    refused,
    seconds: Number(seconds.toFixed(2)),
    rowsPerSecond: Math.round(rows / seconds),
    cpuSeconds: Number(((user + system) / 1_000_000).toFixed(2)),
  };
  process.stderr.write(
    `${pass.padEnd(10)} ${rows} rows, ${refused} refused, ${measured.seconds} s, ${measured.rowsPerSecond} rows/s\n`,
  );
  return measured;
}
