import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Ctx } from '#platform/context';

/** No host's turn is put off further than this, whatever was asked of it. */
const furthest = '10 minutes';

/**
 * Waits for our turn at a host: turns are given out by the database, `gapMs` apart, so that all runs of all processes
 * together ask a host no more often than that.
 */
export async function waitForTurn(ctx: Ctx, host: string, gapMs: number, signal: AbortSignal): Promise<void> {
  if (gapMs === 0) return;
  const now = new Date(ctx.clock.now());
  const gap = sql`make_interval(secs => ${gapMs / 1000}::float8)`;
  const { rows } = await sql<{ turn: Date }>`
    insert into sources.host as known (host, next_at) values (${host}, ${now}::timestamptz + ${gap})
    on conflict (host) do update
      set next_at = least(greatest(known.next_at, ${now}), ${now}::timestamptz + ${furthest}::interval) + ${gap}
    returning next_at - ${gap} as turn`.execute(ctx.db);
  const waitMs = rows[0]!.turn.getTime() - now.getTime();
  if (waitMs > 0) await delay(waitMs, undefined, { signal });
}
