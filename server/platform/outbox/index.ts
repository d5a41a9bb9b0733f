import { type Generated, sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import type { Logger } from '#platform/log';

export { keepTrimmed } from './keep-trimmed.ts';

/** Something that happened, named noun.past; the payload is JSON. */
export type DomainEvent = { name: string; payload: Record<string, unknown> };
export type StoredEvent = DomainEvent & { id: string };

/** Where a follower stands: the id of the last event it has seen, as decimal text. */
export type OutboxCursor = string;

export type Outbox = {
  /**
   * Writes events in the caller's transaction; followers see them after it commits. Call it last: from here to the commit
   * other writers of events wait, which keeps ids in the order of commits.
   */
  append(tx: Database, events: DomainEvent[]): Promise<void>;
  /** The end of the log as of now: follow from here after reading a snapshot taken later. */
  end(): Promise<OutboxCursor>;
  /** What stands at a cursor, told apart from what stands there in any other log; null where nothing does (any more). */
  stampAt(cursor: OutboxCursor): Promise<string | null>;
  /**
   * Removes the events written before a time, the last of all excepted, a batch at a time; says how many. Followers must
   * have seen them, which takes them moments.
   */
  trim(before: Date): Promise<number>;
  /**
   * Hands every event after `from` to `onEvents`, in order and at least once, until `stop`. An error is logged and the
   * same batch is tried again, each time after twice as long, five seconds at most. Latency is otherwise `pollMs` at most.
   */
  follow(options: { from: OutboxCursor; onEvents: (events: StoredEvent[]) => Promise<void> | void; pollMs?: number }): {
    stop(): Promise<void>;
  };
};

type OutboxTables = { 'platform.outbox': { id: Generated<string>; name: string; payload: string; at: Date } };

const batchSize = 1000;
const longestWaitMs = 5000;
/** An arbitrary number that names the lock "writes events"; advisory locks are per database. */
const writersLock = 7_206_127;

export function createOutbox(db: Database, clock: Clock, log: Logger): Outbox {
  async function readAfter(cursor: OutboxCursor): Promise<{ events: StoredEvent[]; cursor: OutboxCursor }> {
    const { rows } = await sql<StoredEvent>`
      select id::text, name, payload from platform.outbox
      where id > ${cursor}::bigint order by outbox.id limit ${batchSize}`.execute(db);
    return { events: rows, cursor: rows.at(-1)?.id ?? cursor };
  }

  return {
    async append(tx, events) {
      if (events.length === 0) return;
      await sql`select pg_advisory_xact_lock(${writersLock})`.execute(tx);
      const at = new Date(clock.now());
      const rows = events.map(({ name, payload }) => ({ name, payload: JSON.stringify(payload), at }));
      await tx.withTables<OutboxTables>().insertInto('platform.outbox').values(rows).execute();
    },

    async end() {
      const { rows } = await sql<{ id: string }>`select coalesce(max(id), 0)::text as id from platform.outbox`.execute(
        db,
      );
      return rows[0]!.id;
    },

    async stampAt(cursor) {
      const { rows } = await sql<{ stamp: string }>`
        select md5(concat_ws(' ', id, name, payload, extract(epoch from at))) as stamp from platform.outbox where id = ${cursor}::bigint`.execute(
        db,
      );
      return rows[0]?.stamp ?? null;
    },

    async trim(before) {
      let removed = 0;
      for (;;) {
        const { rows } = await sql`
          with oldest as (select id, at from platform.outbox order by id limit ${batchSize})
          delete from platform.outbox using oldest
          where outbox.id = oldest.id and oldest.at < ${before} and outbox.id < (select max(id) from platform.outbox)
          returning outbox.id`.execute(db);
        removed += rows.length;
        if (rows.length < batchSize) return removed;
      }
    },

    follow({ from, onEvents, pollMs = 200 }) {
      let cursor = from;
      let stopped = false;
      let waitMs = pollMs;
      let wake = () => {};
      const running = (async () => {
        while (!stopped) {
          let wasFull = false;
          try {
            const batch = await readAfter(cursor);
            if (batch.events.length > 0) await onEvents(batch.events);
            cursor = batch.cursor;
            wasFull = batch.events.length === batchSize;
            waitMs = pollMs;
          } catch (error) {
            if (!stopped) log.error({ err: error, waitMs }, 'following the outbox failed; trying again');
            waitMs = Math.min(waitMs * 2, longestWaitMs);
          }
          if (!wasFull && !stopped) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, waitMs);
              wake = () => {
                clearTimeout(timer);
                resolve();
              };
            });
          }
        }
      })();
      return {
        async stop() {
          stopped = true;
          wake();
          await running;
        },
      };
    },
  };
}
