import { addFollowersOf, addLikesOf } from '#modules/catalog';
import type { Database } from '#platform/database';
import { type FollowRow, insertFollows, insertLikes, type LikeRow } from './queries.ts';

export type { FollowRow, LikeRow };

const batchSize = 2000;

/** Adds likes and follows in bulk within the caller's transaction; the counts on listings and closets go along. */
export async function saveMarks(tx: Database, marks: { likes: LikeRow[]; follows: FollowRow[] }): Promise<void> {
  for (let start = 0; start < marks.likes.length; start += batchSize) {
    const added = await insertLikes(tx, marks.likes.slice(start, start + batchSize));
    await addLikesOf(
      tx,
      countBy(added, (like) => like.listing_id),
    );
  }
  for (let start = 0; start < marks.follows.length; start += batchSize) {
    const added = await insertFollows(tx, marks.follows.slice(start, start + batchSize));
    await addFollowersOf(
      tx,
      countBy(added, (follow) => follow.closet_id),
    );
  }
}

function countBy<Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}
