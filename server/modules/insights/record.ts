import { sql } from 'kysely';
import type { Database } from '#platform/database';

/**
 * Something people did, where, with what: `count` of them at about the same moment, by nobody in particular, or one by
 * a member. A `search` names no listing; an `answer` names the listing it spoke of.
 */
export type InsightEvent = {
  at: Date;
  kind: 'impression' | 'view' | 'like' | 'follow' | 'question' | 'search' | 'answer' | 'purchase';
  surface: 'search' | 'assistant' | 'feed' | 'closet' | 'live' | 'external';
  listingId?: string;
  closetId?: string;
  userId?: string;
  count?: number;
};

const batchSize = 5000;

/** Adds raw events within the caller's transaction. */
export async function recordEvents(tx: Database, events: readonly InsightEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += batchSize) {
    const batch = events.slice(start, start + batchSize);
    const column = <Value>(read: (event: InsightEvent) => Value) => batch.map(read);
    await sql`
      insert into insights.event (at, kind, surface, listing_id, closet_id, user_id, count)
      select * from unnest(
        ${column((event) => event.at.toISOString())}::timestamptz[],
        ${column((event) => event.kind)}::text[],
        ${column((event) => event.surface)}::text[],
        ${column((event) => event.listingId ?? null)}::text[],
        ${column((event) => event.closetId ?? null)}::text[],
        ${column((event) => event.userId ?? null)}::text[],
        ${column((event) => event.count ?? 1)}::integer[])`.execute(tx);
  }
}
