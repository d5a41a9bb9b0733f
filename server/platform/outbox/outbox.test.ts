import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#platform/clock';
import { connectDatabase, type Database, type DatabaseConnection } from '#platform/database';
import { createLog } from '#platform/log';
import { createTestDatabase } from '#testing';
import { createOutbox, type Outbox } from './index.ts';

describe('the outbox', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let connection: DatabaseConnection;
  let outbox: Outbox;
  beforeAll(async () => {
    database = await createTestDatabase();
    connection = await connectDatabase(database.url, { max: 8 });
    outbox = createOutbox(connection.db, systemClock, createLog({ level: 'silent', format: 'json' }));
  });
  afterAll(async () => {
    await connection.close();
    await database.drop();
  });

  const write = (tx: Database, n: number) => outbox.append(tx, [{ name: 'thing.changed', payload: { n } }]);
  const until = async (holds: () => boolean) => {
    for (let waited = 0; !holds() && waited < 5000; waited += 20)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(holds()).toBe(true);
  };
  const follow = async (seen: number[], fail?: () => boolean) => {
    const from = await outbox.end();
    return outbox.follow({
      from,
      pollMs: 20,
      onEvents(events) {
        if (fail?.()) throw new Error('not now');
        for (const event of events) seen.push(event.payload.n as number);
      },
    });
  };

  test('an event of a transaction that is rolled back is never seen', async () => {
    const seen: number[] = [];
    const following = await follow(seen);
    await connection.db
      .transaction()
      .execute(async (tx) => {
        await write(tx, 1);
        throw new Error('rolled back');
      })
      .catch(() => {});
    await connection.db.transaction().execute((tx) => write(tx, 2));
    await until(() => seen.includes(2));
    expect(seen).toEqual([2]);
    await following.stop();
  });

  test('events come in the order of commits, and a transaction that is slow to commit is not skipped', async () => {
    const seen: number[] = [];
    const following = await follow(seen);
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const slow = connection.db.transaction().execute(async (tx) => {
      await write(tx, 10);
      await held;
    });
    const quick = connection.db.transaction().execute((tx) => write(tx, 11));
    await new Promise((resolve) => setTimeout(resolve, 100));
    commit();
    await Promise.all([slow, quick]);
    await until(() => seen.length >= 2);
    expect(seen).toEqual([10, 11]);
    await following.stop();
  });

  test('a handler that fails gets the same events again', async () => {
    const seen: number[] = [];
    let failures = 2;
    const following = await follow(seen, () => failures-- > 0);
    await connection.db.transaction().execute((tx) => write(tx, 20));
    await until(() => seen.includes(20));
    expect(seen).toEqual([20]);
    await following.stop();
  });

  test('many writers at once lose nothing', async () => {
    const seen: number[] = [];
    const following = await follow(seen);
    const numbers = Array.from({ length: 200 }, (_, n) => 1000 + n);
    await Promise.all(numbers.map((n) => connection.db.transaction().execute((tx) => write(tx, n))));
    await until(() => new Set(seen).size === numbers.length);
    await following.stop();
  });

  test('old events are trimmed, and the last of all stays, so that no cursor is lost', async () => {
    await connection.db.transaction().execute((tx) => write(tx, 7));
    const end = await outbox.end();
    const stamp = await outbox.stampAt(end);
    expect(await outbox.trim(new Date(0))).toBe(0);
    expect(await outbox.trim(new Date(systemClock.now() + 60_000))).toBeGreaterThan(0);
    expect(await outbox.end()).toBe(end);
    expect(await outbox.stampAt(end)).toBe(stamp);
    const seen: number[] = [];
    const following = await follow(seen);
    await connection.db.transaction().execute((tx) => write(tx, 8));
    await until(() => seen.includes(8));
    expect(seen).toEqual([8]);
    await following.stop();
  });
});
