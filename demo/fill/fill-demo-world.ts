import path from 'node:path';
import { sql } from 'kysely';
import {
  isCatalogEmpty,
  saveClosets,
  saveListings,
  savePictures,
  savePriceChanges,
  saveProducts,
} from '#modules/catalog';
import { saveMembers } from '#modules/identity';
import { recordEvents } from '#modules/insights';
import { saveDocuments, saveQuestions, saveReviews } from '#modules/knowledge-base';
import { registerPictures } from '#modules/media';
import { saveMarks } from '#modules/social';
import { findProjectRoot } from '#platform/config';
import type { Ctx } from '#platform/context';
import { closetRows, listingRows, pictureRows, priceRows, productRows } from './catalog-rows.ts';
import { createDemoTime } from './demo-time.ts';
import { documentRows, questionRows, reviewRows } from './knowledge-rows.ts';
import { createFollows, createLikes } from './marks.ts';
import { createMembers } from './members.ts';
import { createPieces } from './piece.ts';
import { readWorld } from './read-world.ts';
import { createTraffic } from './traffic.ts';

// An arbitrary number that names the lock "Vitrine fills the demo": processes that start together fill once.
const fillLock = 7_206_127;
const batchSize = 500;

/**
 * Fills an empty instance (no closet, no listing) with the demo world, in one transaction: a fill that is killed leaves
 * nothing behind and the next start does it anew. Returns whether it filled; `onProgress` hears one line a step.
 */
export async function fillDemoWorld(ctx: Ctx, onProgress: (step: string) => void = () => {}): Promise<boolean> {
  if (!(await isCatalogEmpty(ctx.db))) return false;
  onProgress('Filling the demo world (first start only)');
  const world = await readWorld(path.join(findProjectRoot(), 'demo'));
  const time = createDemoTime(ctx.clock.now());

  return ctx.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${fillLock})`.execute(tx);
    if (!(await isCatalogEmpty(tx))) return false;

    await saveClosets(tx, closetRows(world, time));
    await saveProducts(tx, productRows(world));
    for (const batch of batchesOf(listingRows(world, time))) await saveListings(ctx, tx, batch);
    await savePriceChanges(tx, priceRows(world, time));
    const { pictures, uses } = pictureRows(world, time);
    await registerPictures(tx, pictures);
    await savePictures(tx, uses);
    onProgress(`  ${world.listings.length} listings in ${world.closets.length} closets, ${pictures.length} pictures`);

    const questions = questionRows(world, time);
    for (const batch of batchesOf(reviewRows(world, time))) await saveReviews(tx, batch);
    for (const batch of batchesOf(questions)) await saveQuestions(tx, batch);
    await saveDocuments(tx, documentRows(world, time));
    onProgress(`  ${world.reviews.length} reviews, ${questions.length} questions, ${world.guides.length} guides`);

    const members = createMembers(time);
    const pieces = createPieces(world, time);
    const marks = { likes: createLikes(pieces, members), follows: createFollows(world, members, time) };
    await saveMembers(
      tx,
      members.map(({ id, name, email, createdAt }) => ({ id, name, email, createdAt })),
    );
    await saveMarks(tx, marks);
    await recordEvents(tx, createTraffic(pieces, marks, questions, time));
    onProgress(`  ${marks.likes.length} likes and ${marks.follows.length} follows of ${members.length} members`);
    return true;
  });
}

function* batchesOf<Row>(rows: Row[]): Generator<Row[]> {
  for (let start = 0; start < rows.length; start += batchSize) yield rows.slice(start, start + batchSize);
}
