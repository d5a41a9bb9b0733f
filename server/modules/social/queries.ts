import type { Database } from '#platform/database';

export type LikeRow = { user_id: string; listing_id: string; at: Date };
export type FollowRow = { user_id: string; closet_id: string; at: Date };

type SocialTables = { 'social.listing_like': LikeRow; 'social.closet_follow': FollowRow };

/** Returns whether the like is new. */
export async function insertLike(tx: Database, userId: string, listingId: string, at: Date): Promise<boolean> {
  const row = await tx
    .withTables<SocialTables>()
    .insertInto('social.listing_like')
    .values({ user_id: userId, listing_id: listingId, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('listing_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Returns whether there was a like to take back. */
export async function deleteLike(tx: Database, userId: string, listingId: string): Promise<boolean> {
  const row = await tx
    .withTables<SocialTables>()
    .deleteFrom('social.listing_like')
    .where('user_id', '=', userId)
    .where('listing_id', '=', listingId)
    .returning('listing_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertFollow(tx: Database, userId: string, closetId: string, at: Date): Promise<boolean> {
  const row = await tx
    .withTables<SocialTables>()
    .insertInto('social.closet_follow')
    .values({ user_id: userId, closet_id: closetId, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('closet_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteFollow(tx: Database, userId: string, closetId: string): Promise<boolean> {
  const row = await tx
    .withTables<SocialTables>()
    .deleteFrom('social.closet_follow')
    .where('user_id', '=', userId)
    .where('closet_id', '=', closetId)
    .returning('closet_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Which of these listings the person likes. */
export async function findLiked(db: Database, userId: string, listingIds: string[]): Promise<string[]> {
  if (listingIds.length === 0) return [];
  const rows = await db
    .withTables<SocialTables>()
    .selectFrom('social.listing_like')
    .select('listing_id')
    .where('user_id', '=', userId)
    .where('listing_id', 'in', listingIds)
    .execute();
  return rows.map((row) => row.listing_id);
}

/** Everything the person likes, newest first. */
export async function findAllLiked(db: Database, userId: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<SocialTables>()
    .selectFrom('social.listing_like')
    .select('listing_id')
    .where('user_id', '=', userId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => row.listing_id);
}

export async function isFollowing(db: Database, userId: string, closetId: string): Promise<boolean> {
  const row = await db
    .withTables<SocialTables>()
    .selectFrom('social.closet_follow')
    .select('closet_id')
    .where('user_id', '=', userId)
    .where('closet_id', '=', closetId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds many likes; returns those that are new. */
export async function insertLikes(tx: Database, rows: LikeRow[]): Promise<LikeRow[]> {
  if (rows.length === 0) return [];
  return tx
    .withTables<SocialTables>()
    .insertInto('social.listing_like')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute();
}

/** Adds many follows; returns those that are new. */
export async function insertFollows(tx: Database, rows: FollowRow[]): Promise<FollowRow[]> {
  if (rows.length === 0) return [];
  return tx
    .withTables<SocialTables>()
    .insertInto('social.closet_follow')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute();
}
