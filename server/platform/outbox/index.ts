import { sql } from 'kysely';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import type { Logger } from '#platform/log';

/** Something that happened, named noun.past; the payload is JSON. */
export type DomainEvent = { name: string; payload: Record<string, unknown> };
export type StoredEvent = DomainEvent & { id: string };

/** Where a follower stands: the writing transaction and the row, both as decimal text. */
export type OutboxCursor = { writtenBy: string; id: string };

export type Outbox = {
  /** Writes events in the caller's transaction; they are seen by followers after it commits. */
  append(tx: Database, events: DomainEvent[]): Promise<void>;
  /** The end of the log as of now: follow from here after reading a snapshot taken later. */
  end(): Promise<OutboxCursor>;
  /**
   * Hands every event after `from` to `onEvents`, in order and at least once, until `stop`. An error is logged and the
   * same batch is tried again. Latency is `pollMs` at most.
   */
  follow(options: { from: OutboxCursor; onEvents: (events: StoredEvent[]) => Promise<void> | void; pollMs?: number }): {
    stop(): Promise<void>;
  };
};

type OutboxTables = { 'platform.outbox': { id: string; written_by: string; name: string; payload: string; at: Date } };

const batchSize = 1000;

export function createOutbox(db: Database, clock: Clock, log: Logger): Outbox {
  async function readAfter(cursor: OutboxCursor): Promise<{ events: StoredEvent[]; cursor: OutboxCursor }> {
    const { rows } = await sql<{ id: string; writtenBy: string; name: string; payload: Record<string, unknown> }>`
      select id::text, written_by::text as "writtenBy", name, payload from platform.outbox
      where (written_by, id) > (${cursor.writtenBy}::xid8, ${cursor.id}::bigint)
        and written_by < pg_snapshot_xmin(pg_current_snapshot())
      order by outbox.written_by, outbox.id limit ${batchSize}`.execute(db);
    const last = rows.at(-1);
    return { events: rows, cursor: last ? { writtenBy: last.writtenBy, id: last.id } : cursor };
  }

  return {
    async append(tx, events) {
      if (events.length === 0) return;
      const at = new Date(clock.now());
      const rows = events.map(({ name, payload }) => ({ name, payload: JSON.stringify(payload), at }));
      await tx
        .withTables<OutboxTables>()
        .insertInto('platform.outbox')
        .values(rows as never)
        .execute();
    },

    async end() {
      const { rows } = await sql<{
        xmin: string;
      }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db);
      // Everything written below xmin is visible to a snapshot taken from now on.
      return { writtenBy: (BigInt(rows[0]!.xmin) - 1n).toString(), id: '9223372036854775807' };
    },

    follow({ from, onEvents, pollMs = 200 }) {
      let cursor = from;
      let stopped = false;
      let wake = () => {};
      const running = (async () => {
        while (!stopped) {
          let wasFull = false;
          try {
            const batch = await readAfter(cursor);
            if (batch.events.length > 0) await onEvents(batch.events);
            cursor = batch.cursor;
            wasFull = batch.events.length === batchSize;
          } catch (error) {
            if (!stopped) log.error({ err: error }, 'following the outbox failed; trying again');
          }
          if (!wasFull && !stopped) {
            await new Promise<void>((resolve) => {
              const timer = setTimeout(resolve, pollMs);
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
