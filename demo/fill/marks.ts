import type { FollowRow, LikeRow } from '#modules/social';
import { closetIdOf } from './catalog-rows.ts';
import type { DemoTime } from './demo-time.ts';
import type { DemoMember } from './members.ts';
import type { Piece } from './piece.ts';
import { createRandom, type Random, sampleWeighted } from './seeded-random.ts';
import type { DemoCloset, World } from './world.ts';

const mostLikes = 160;

/** Who likes what: people favour a few categories, their department and their language. */
export function createLikes(pieces: Piece[], members: DemoMember[]): LikeRow[] {
  const categories = [...new Set(pieces.map(({ listing }) => listing.category))];
  return members.flatMap((member) => {
    const random = createRandom(`likes ${member.id}`);
    const joinedAt = member.createdAt.getTime();
    const favourites = new Set(sampleWeighted(random, categories, 4, () => 1));
    const weightOf = ({ listing, appeal }: Piece) =>
      appeal *
      (favourites.has(listing.category) ? 6 : 1) *
      (listing.language === member.language ? 4 : 1) *
      (listing.department === member.department ? 3 : listing.department === 'unisex' ? 2 : 0.4);
    const open = pieces.filter((piece) => piece.until > joinedAt);
    return sampleWeighted(random, open, Math.min(mostLikes, member.eagerness), weightOf).map((piece) => {
      const at = momentSoonAfter(random, Math.max(piece.from, joinedAt), piece.until);
      return { user_id: member.id, listing_id: piece.listing.key, at };
    });
  });
}

/** Who follows which closet: bigger ones of their language first. */
export function createFollows(world: World, members: DemoMember[], time: DemoTime): FollowRow[] {
  const stock = new Map<string, number>();
  for (const { closet } of world.listings) stock.set(closet, (stock.get(closet) ?? 0) + 1);
  return members.flatMap((member) => {
    const random = createRandom(`follows ${member.id}`);
    const weightOf = (closet: DemoCloset) =>
      (stock.get(closet.handle) ?? 1) * (closet.language === member.language ? 5 : 1);
    const count = Math.min(world.closets.length, Math.floor(1 + member.eagerness / 10));
    return sampleWeighted(random, world.closets, count, weightOf).map((closet) => {
      const opened = time.at(closet.joinedDaysAgo, closet.handle).getTime();
      const at = momentSoonAfter(random, Math.max(opened, member.createdAt.getTime()), time.startOfDay);
      return { user_id: member.id, closet_id: closetIdOf(closet.handle), at };
    });
  });
}

/** A moment in between; the early ones are likelier, because what is new is shown more. */
function momentSoonAfter(random: Random, from: number, until: number): Date {
  return new Date(Math.floor(from + (until - from) * random() ** 1.6));
}
