import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RunningPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';

describe('the embedded PostgreSQL', () => {
  let home: string;
  let running: RunningPostgres | null = null;
  beforeAll(async () => {
    home = await mkdtemp(path.join(os.tmpdir(), 'vitrine-postgres-'));
    // A folder that only its owner may enter, as /root is.
    await chmod(home, 0o700);
  });
  afterAll(async () => {
    await running?.stop();
    await rm(home, { recursive: true, force: true });
  });

  const query = async (url: string, text: string): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };

  test('is made in an empty folder, keeps what is written, and is adopted while it still runs', async () => {
    const folder = path.join(home, 'postgres');
    running = await startEmbeddedPostgres(folder);
    expect(running.adopted).toBe(false);
    await query(running.url, 'create table kept (n int)');
    await query(running.url, 'insert into kept values (7)');

    // As after a kill -9 of the program: the database was not stopped.
    const again = await startEmbeddedPostgres(folder);
    expect(again.adopted).toBe(true);
    expect(again.url).toBe(running.url);
    expect(await query(again.url, 'select n from kept')).toEqual([{ n: 7 }]);

    await again.stop();
    running = await startEmbeddedPostgres(folder);
    expect(running.adopted).toBe(false);
    expect(await query(running.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('is made once by processes that start together, and stopped by the last that leaves', async () => {
    const folder = path.join(home, 'together', 'postgres');
    const [one, two] = await Promise.all([startEmbeddedPostgres(folder), startEmbeddedPostgres(folder)]);
    expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
    expect(two.url).toBe(one.url);

    const other = new pg.Client({ connectionString: two.url, application_name: 'vitrine 1' });
    await other.connect();
    await one.stop();
    expect((await other.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await other.end();
    await vi.waitFor(async () => {
      await two.stop();
      await expect(query(one.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    });
  });
});
