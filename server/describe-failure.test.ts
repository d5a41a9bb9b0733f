import path from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { connectDatabase, migrate } from '#platform/database';
import { createTestDatabase } from '#testing';
import { describeFailure } from './describe-failure.ts';

const fails = (code: string, message = '', more: object = {}) =>
  describeFailure(Object.assign(new Error(message), { code, ...more }), '/srv/data');

describe('what stops a start is told in words', () => {
  test('a data folder that cannot be made or written is named with what to do', () => {
    for (const [code, at] of [
      ['EACCES', '/srv/data/postgres'],
      ['EACCES', '/srv'],
      ['EROFS', '/srv/data'],
      ['EEXIST', '/srv/data'],
    ] as const)
      expect(fails(code, 'no', { path: at })).toContain(`The data folder /srv/data cannot be written (${code})`);
    expect(fails('ENOSPC')).toBe('No space left on the disk of /srv/data.');
  });

  test('a file to import that may not be read is not taken for the data folder', () => {
    expect(fails('EACCES', 'no', { path: '/home/me/stock.csv' })).toBe(
      '/home/me/stock.csv cannot be read or written (EACCES).',
    );
  });

  test('a role without the right to create is told what to grant', async () => {
    const database = await createTestDatabase();
    const url = new URL(database.url);
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    const role = `guest_${path.basename(url.pathname)}`;
    try {
      await admin.query(`create role ${role} login password 'a guest'`);
      await admin.query('drop table public.vitrine_migration');
      url.username = role;
      url.password = 'a guest';
      const connection = await connectDatabase(url.href, { max: 1 });
      const failure = await migrate(connection.pool, 'migrations').catch((error: unknown) => error);
      await connection.close();
      expect(describeFailure(failure, '/srv/data')).toMatch(
        /^DATABASE_URL: this role may not .*grant create on database/,
      );
    } finally {
      await admin.query(`drop role if exists ${role}`);
      await admin.end();
      await database.drop();
    }
  });

  test('what nobody foresaw keeps its stack', () => {
    expect(describeFailure(new Error('odd'), '/srv/data')).toContain('describe-failure.test.ts');
  });
});
