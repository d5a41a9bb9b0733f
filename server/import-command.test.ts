import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ImportReport } from '#contract/import';
import { connectDatabase, type Database, type DatabaseConnection } from '#platform/database';
import { createTestDatabase } from '#testing';
import { runImport } from './import-command.ts';

const total = 4000;
const batch = 500;

let folder: string;
let file: string;
let url: string;
let connection: DatabaseConnection;
let db: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-import-'));
  file = path.join(folder, 'stock.jsonl');
  const rows = Array.from({ length: total }, (_, i) =>
    JSON.stringify({ id: i, title: `Wool coat ${i}`, price: `${i}.50` }),
  );
  await writeFile(file, rows.join('\n'));
  const database = await createTestDatabase();
  ({ url, drop } = database);
  connection = await connectDatabase(url, { max: 2 });
  db = connection.db;
});
afterAll(async () => {
  await connection.close();
  await drop();
  await rm(folder, { recursive: true, force: true });
});

/** `vitrine import` in a process of its own, against the test's database. */
function startCommand(...args: string[]) {
  const script = `const { runImport } = await import('./server/import-command.ts');
    process.exitCode = await runImport(process.argv.slice(1));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, '--', ...args], {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, output, errors })),
  );
  return { child, ended };
}

async function countRows(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from catalog.listing`.execute(db);
  return rows[0]!.n;
}

describe('vitrine import', () => {
  test('killed with kill -9 it leaves whole batches, and the same command again completes it', {
    timeout: 180_000,
  }, async () => {
    const { child, ended } = startCommand(file, '--format', 'jsonl');
    while ((await countRows()) < 2 * batch) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await ended;
    // PostgreSQL may still be ending what the killed process had sent.
    await new Promise((resolve) => setTimeout(resolve, 500));
    const left = await countRows();
    expect(left).toBeLessThan(total);
    expect(left % batch).toBe(0);
    const { rows } = await sql`select l.id from catalog.listing l
      where not exists (select from catalog.price_change where listing_id = l.id)
        or not exists (select from platform.outbox where payload->>'listingId' = l.id)`.execute(db);
    expect(rows).toEqual([]);

    const again = await startCommand(file, '--format', 'jsonl', '--json').ended;
    expect(again.code).toBe(0);
    const report = JSON.parse(again.output) as ImportReport;
    expect(report).toMatchObject({ rows: total, added: total - left, unchanged: left, refused: 0 });
    expect(await countRows()).toBe(total);
  });

  test('refused rows are listed, and do not make it fail', async () => {
    const small = path.join(folder, 'small.jsonl');
    await writeFile(small, '{"id":1,"title":"Hat","price":"5"}\n{"id":2,"title":"Cap","price":"12,50 €"}\n');
    const { code, output } = await startCommand(small, '--format', 'jsonl', '--dry-run').ended;
    expect(code).toBe(0);
    expect(output).toContain('line 2: price "12,50 €" is not a plain amount such as 1250.00');
    expect(output).toContain('Dry run, nothing saved: 2 rows from "small": 1 added, 0 updated, 0 unchanged, 1 refused');
  });

  test('a file of which no row can be taken fails, and says that a map may be missing', async () => {
    const other = path.join(folder, 'other.jsonl');
    await writeFile(other, '{"sku":1,"name":"Hat","cost":5}\n');
    const { code, output } = await startCommand(other, '--format', 'jsonl').ended;
    expect(code).toBe(1);
    expect(output).toContain('If your fields have other names, tell which with --map (docs/importing.md).');
  });

  test.each([
    [['--format', 'jsonl'], 'Name one file'],
    [['none.jsonl', '--format', 'jsonl'], 'There is no file none.jsonl'],
    [['package.json', '--format', 'xlsx'], '--format must be one of'],
    [['package.json', '--format', 'csv', '--source', 'a/b'], '--source must be'],
    [['package.json', '--format', 'csv', '--map', 'none.json'], 'There is no map none.json'],
    [['package.json', '--format', 'csv', '--map', 'package.json'], '/kind: Must be "listing"'],
    [['package.json', '--what'], "Unknown option '--what'"],
  ])('%j is refused in words', async (args, words) => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const code = await runImport(args);
    const errors = said.mock.calls.join('');
    said.mockRestore();
    expect(errors).toContain(words);
    expect(code).toBe(2);
  });
});
