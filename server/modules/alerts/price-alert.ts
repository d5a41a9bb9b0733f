import { CatalogError, readSummaries } from '#modules/catalog';
import { requireMember } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import { AlertError } from './errors.ts';
import { type AlertRow, deleteWaiting, upsertAlert } from './queries.ts';

/** Sets the member's alert on a listing: to a target below its price of now, or for any drop. Doing it again changes it. */
export async function setPriceAlert(ctx: Ctx, listingId: string, targetMinor: number | undefined): Promise<AlertRow> {
  const { userId } = requireMember(ctx.actor);
  const [listing] = await readSummaries(ctx, [listingId]);
  if (!listing) throw CatalogError.listingNotFound();
  if (listing.status === 'sold' || listing.status === 'not-for-sale' || listing.price.minor <= 0)
    throw AlertError.notForSale();
  if (targetMinor !== undefined && targetMinor >= listing.price.minor) throw AlertError.targetTooHigh();
  const now = ctx.clock.now();
  return upsertAlert(ctx.db, {
    id: createId('pal', now),
    user_id: userId,
    listing_id: listingId,
    from_minor: listing.price.minor,
    target_minor: targetMinor ?? null,
    currency: listing.price.currency,
    state: 'waiting',
    set_at: new Date(now),
    fired_minor: null,
    fired_at: null,
    told_at: null,
  });
}

/** Takes back what still waits; what has fired stays as it was told. */
export async function cancelPriceAlert(ctx: Ctx, listingId: string): Promise<void> {
  await deleteWaiting(ctx.db, requireMember(ctx.actor).userId, listingId);
}
