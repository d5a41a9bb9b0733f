import type { Database } from '#platform/database';
import type { AlertTables } from './tables.ts';

export type AlertRow = AlertTables['alerts.price_alert'];

const selectAlerts = (db: Database) => db.withTables<AlertTables>().selectFrom('alerts.price_alert').selectAll();

/** Sets a member's alert on a listing; one that still waits is changed. */
export async function upsertAlert(db: Database, row: AlertRow): Promise<AlertRow> {
  const { from_minor, target_minor, currency, set_at } = row;
  return db
    .withTables<AlertTables>()
    .insertInto('alerts.price_alert')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'listing_id'])
        .where('state', '=', 'waiting')
        .doUpdateSet({ from_minor, target_minor, currency, set_at }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The last alert that a member set on a listing. */
export async function findAlert(db: Database, userId: string, listingId: string): Promise<AlertRow | undefined> {
  return selectAlerts(db)
    .where('user_id', '=', userId)
    .where('listing_id', '=', listingId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

export async function findAlertsOf(db: Database, userId: string, limit: number): Promise<AlertRow[]> {
  return selectAlerts(db)
    .where('user_id', '=', userId)
    .orderBy('set_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function deleteWaiting(db: Database, userId: string, listingId: string): Promise<void> {
  await db
    .withTables<AlertTables>()
    .deleteFrom('alerts.price_alert')
    .where('user_id', '=', userId)
    .where('listing_id', '=', listingId)
    .where('state', '=', 'waiting')
    .execute();
}

/** Listings that somebody waits for, a batch after an id. */
export async function findWatched(db: Database, afterId: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<AlertTables>()
    .selectFrom('alerts.price_alert')
    .select('listing_id')
    .distinct()
    .where('state', '=', 'waiting')
    .where('listing_id', '>', afterId)
    .orderBy('listing_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.listing_id);
}

/** Fires what waits for this price or a higher one. Each alert leaves `waiting` once, whoever else tries at the same time. */
export async function fireAlerts(
  tx: Database,
  { listingId, minor, currency, at }: { listingId: string; minor: number; currency: string; at: Date },
): Promise<AlertRow[]> {
  return tx
    .withTables<AlertTables>()
    .updateTable('alerts.price_alert')
    .set({ state: 'fired', fired_minor: minor, fired_at: at })
    .where('listing_id', '=', listingId)
    .where('state', '=', 'waiting')
    .where('currency', '=', currency)
    .where(({ eb, fn, lit }) => eb(fn.coalesce('target_minor', eb('from_minor', '-', lit(1))), '>=', minor))
    .returningAll()
    .execute();
}

/** Ends what waits for a listing that can no longer be bought. */
export async function endAlerts(tx: Database, listingId: string): Promise<void> {
  await tx
    .withTables<AlertTables>()
    .updateTable('alerts.price_alert')
    .set({ state: 'ended' })
    .where('listing_id', '=', listingId)
    .where('state', '=', 'waiting')
    .execute();
}
