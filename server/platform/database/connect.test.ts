import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase } from '#testing';
import { connectDatabase, type DatabaseConnection } from './connect.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

describe('a connection to the database', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let connection: DatabaseConnection;
  beforeAll(async () => {
    database = await createTestDatabase();
    connection = await connectDatabase(database.url, { max: 2 });
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  test('that breaks in the middle of a transaction fails the transaction, not the program', async () => {
    const { db } = connection;
    const failure = await db
      .transaction()
      .execute(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await sql`select 1`.execute(tx);
      })
      .catch((error: unknown) => error);
    expect(isDatabaseUnavailable(failure), String(failure)).toBe(true);
    expect((await sql`select 1 as n`.execute(db)).rows).toEqual([{ n: 1 }]);
  });

  test('a mistake of ours is not taken for a database that is away', async () => {
    const failure = await sql`select nothing from nowhere`.execute(connection.db).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(isDatabaseUnavailable(failure)).toBe(false);
  });
});
