import { sql } from 'kysely';
import type { Database } from '#platform/database';
import type { NotificationRow, NotificationTables } from './tables.ts';

/** Adds what was not told yet; the database refuses to tell a thing twice. */
export async function insertNotifications(tx: Database, rows: NotificationRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .withTables<NotificationTables>()
    .insertInto('notifications.notification')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A member's notifications, newest first: in the order of what happened, before an event where one is given. */
export async function findNotifications(
  db: Database,
  options: { userId: string; before?: string; limit: number },
): Promise<NotificationRow[]> {
  let query = db
    .withTables<NotificationTables>()
    .selectFrom('notifications.notification')
    .selectAll()
    .where('user_id', '=', options.userId);
  if (options.before) query = query.where(sql<boolean>`event_id < ${options.before}::bigint`);
  return query.orderBy('event_id', 'desc').limit(options.limit).execute();
}

export async function countUnread(db: Database, userId: string): Promise<number> {
  const { count } = await db
    .withTables<NotificationTables>()
    .selectFrom('notifications.notification')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('user_id', '=', userId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** How many of these are the member's. */
export async function countOwn(db: Database, userId: string, ids: string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { count } = await db
    .withTables<NotificationTables>()
    .selectFrom('notifications.notification')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('user_id', '=', userId)
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  return count;
}

/** Marks a member's notifications as read, those of these ids or all; what was read before keeps its time. */
export async function setRead(db: Database, userId: string, at: Date, ids?: string[]): Promise<void> {
  if (ids?.length === 0) return;
  let query = db
    .withTables<NotificationTables>()
    .updateTable('notifications.notification')
    .set({ read_at: at })
    .where('user_id', '=', userId)
    .where('read_at', 'is', null);
  if (ids) query = query.where('id', 'in', ids);
  await query.execute();
}

/** How far a follower has come; from the beginning where it never ran. */
export async function findProgress(db: Database, follower: string): Promise<string> {
  const row = await db
    .withTables<NotificationTables>()
    .selectFrom('notifications.progress')
    .select(sql<string>`seen_event_id::text`.as('seen'))
    .where('follower', '=', follower)
    .executeTakeFirst();
  return row?.seen ?? '0';
}

/** Notes how far a follower has come; of several processes the one that is ahead counts. */
export async function saveProgress(tx: Database, follower: string, seen: string): Promise<void> {
  await sql`
    insert into notifications.progress (follower, seen_event_id) values (${follower}, ${seen}::bigint)
    on conflict (follower) do update
    set seen_event_id = greatest(progress.seen_event_id, excluded.seen_event_id)`.execute(tx);
}
