import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '#testing';
import { connectDatabase, type DatabaseConnection } from './connect.ts';
import { migrate } from './migrate.ts';

describe('migrations', () => {
  let folder: string;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let connection: DatabaseConnection;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-migrations-'));
    await cp('migrations', folder, { recursive: true });
    database = await createTestDatabase();
    connection = await connectDatabase(database.url, { max: 4 });
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  test('run once, in order, also when several processes start together', async () => {
    await writeFile(path.join(folder, '9001_first.sql'), 'create table public.first (n int);');
    await writeFile(path.join(folder, '9002_second.sql'), 'alter table public.first add column m int;');
    const ran = await Promise.all([migrate(connection.pool, folder), migrate(connection.pool, folder)]);
    expect(ran.flat()).toEqual(['9001_first.sql', '9002_second.sql']);
    expect(await migrate(connection.pool, folder)).toEqual([]);
  });

  test('a broken one leaves nothing behind and is named', async () => {
    const file = path.join(folder, '9003_broken.sql');
    await writeFile(file, 'create table public.third (n int); select nonsense;');
    await expect(migrate(connection.pool, folder)).rejects.toThrow('Migration 9003_broken.sql failed');
    const { rows } = await connection.pool.query("select to_regclass('public.third') as found");
    expect(rows[0].found).toBeNull();
    await rm(file);
  });

  test('one that changed after it was applied stops the start', async () => {
    await writeFile(path.join(folder, '9001_first.sql'), 'create table public.other (n int);');
    await expect(migrate(connection.pool, folder)).rejects.toThrow('9001_first.sql has changed since it was applied');
  });
});
