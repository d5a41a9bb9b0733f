import { readSummaries } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import { endAlerts, findWatched, fireAlerts } from './queries.ts';

export type PriceWatch = { stop(): Promise<void> };

const batchSize = 500;
/** A listing in these states may yet be bought. */
const maySell = new Set(['available', 'held', 'draft']);

/**
 * Fires price alerts as listings change. Prices that fell while nobody watched are looked at first, so a restart misses
 * none; several processes may watch: an alert leaves `waiting` in one of them, with its event in the same transaction.
 */
export async function watchPrices(ctx: Ctx): Promise<PriceWatch> {
  const from = await ctx.outbox.end();
  for (let afterId = ''; ; ) {
    const ids = await findWatched(ctx.db, afterId, batchSize);
    await checkPrices(ctx, ids);
    if (ids.length < batchSize) break;
    afterId = ids.at(-1)!;
  }
  return ctx.outbox.follow({
    from,
    async onEvents(events) {
      const ids = events.flatMap(({ name, payload }) =>
        name === 'listing.changed' ? [String(payload.listingId)] : [],
      );
      await checkPrices(ctx, [...new Set(ids)]);
    },
  });
}

/** Holds what waits for these listings against their prices of now. */
export async function checkPrices(ctx: Ctx, listingIds: string[]): Promise<void> {
  for (let start = 0; start < listingIds.length; start += batchSize) {
    const ids = listingIds.slice(start, start + batchSize);
    for (const { id, price, status } of await readSummaries(ctx, ids)) {
      await ctx.db.transaction().execute(async (tx) => {
        if (!maySell.has(status)) return endAlerts(tx, id);
        const at = new Date(ctx.clock.now());
        const fired = await fireAlerts(tx, { listingId: id, minor: price.minor, currency: price.currency, at });
        await ctx.outbox.append(
          tx,
          fired.map((alert) => ({
            name: 'price-alert.fired',
            payload: { alertId: alert.id, userId: alert.user_id, listingId: id },
          })),
        );
      });
    }
  }
}
