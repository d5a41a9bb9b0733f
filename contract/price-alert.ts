import { z } from 'zod';
import { id, instant, money } from './common.ts';

/** Tells once when a listing's price falls: to a target, or at all. Ended by itself when the listing is sold. */
export const priceAlert = z.object({
  id,
  listingId: id,
  /** The price when it was set. */
  from: money,
  /** Null: any drop. */
  target: money.nullable(),
  state: z.enum(['waiting', 'fired', 'ended']),
  setAt: instant,
  /** The price it fired at, and when. */
  fired: z.object({ price: money, at: instant }).nullable(),
});
export type PriceAlert = z.infer<typeof priceAlert>;

/** `targetMinor` in the listing's currency, below its price of now; without it any drop counts. */
export const priceAlertRequest = z.strictObject({
  targetMinor: z.int('Must be an amount in minor units.').min(1).max(100_000_000_000).optional(),
});

export const priceAlertState = z.object({ alert: priceAlert.nullable() });
