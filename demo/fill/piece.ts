import { pricesOf } from './catalog-rows.ts';
import type { DemoTime } from './demo-time.ts';
import { createRandom } from './seeded-random.ts';
import type { DemoListing, World } from './world.ts';

/** A listing as people meet it: when it could be bought, in milliseconds, and how much it draws them. */
export type Piece = { listing: DemoListing; from: number; until: number; appeal: number };

export function createPieces(world: World, time: DemoTime): Piece[] {
  return world.listings.map((listing) => ({ listing, ...lifeOf(listing, time), appeal: appealOf(listing) }));
}

/** A sold piece left somewhere in the later half of the time since it was listed, not before its last price. */
function lifeOf(listing: DemoListing, time: DemoTime): { from: number; until: number } {
  const from = time.at(listing.listedDaysAgo, listing.key).getTime();
  if (listing.status !== 'sold') return { from, until: time.startOfDay };
  const lastPriceAt = pricesOf(listing, time).at(-1)!.at.getTime();
  const random = createRandom(`sold ${listing.key}`);
  const soonest = Math.max(lastPriceAt, (from + time.startOfDay) / 2);
  return { from, until: Math.floor(soonest + (time.startOfDay - soonest) * random()) };
}

/** A few pieces are loved, most are liked by some: log-normal with a mean of about 1. */
function appealOf(listing: DemoListing): number {
  const random = createRandom(`appeal ${listing.key}`);
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.exp(1.05 * normal - 0.55);
}
