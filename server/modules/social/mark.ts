import { addFollowers, addLikes, CatalogError, findCard, findClosetByHandle } from '#modules/catalog';
import { requireMember } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { deleteFollow, deleteLike, insertFollow, insertLike } from './queries.ts';

/** Likes a listing or takes the like back; doing it twice changes nothing more. */
export async function setLike(ctx: Ctx, listingId: string, liked: boolean): Promise<void> {
  const { userId } = requireMember(ctx.actor);
  if (!(await findCard(ctx.db, listingId))) throw CatalogError.listingNotFound();
  await ctx.db.transaction().execute(async (tx) => {
    const changed = liked
      ? await insertLike(tx, userId, listingId, new Date(ctx.clock.now()))
      : await deleteLike(tx, userId, listingId);
    if (changed) await addLikes(tx, listingId, liked ? 1 : -1);
  });
}

/** Follows a closet or stops; doing it twice changes nothing more. */
export async function setFollow(ctx: Ctx, handle: string, followed: boolean): Promise<void> {
  const { userId } = requireMember(ctx.actor);
  const closet = await findClosetByHandle(ctx.db, handle);
  if (!closet) throw CatalogError.closetNotFound();
  await ctx.db.transaction().execute(async (tx) => {
    const changed = followed
      ? await insertFollow(tx, userId, closet.id, new Date(ctx.clock.now()))
      : await deleteFollow(tx, userId, closet.id);
    if (changed) await addFollowers(tx, closet.id, followed ? 1 : -1);
  });
}
