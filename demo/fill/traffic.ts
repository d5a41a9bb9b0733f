import type { InsightEvent } from '#modules/insights';
import type { FollowRow, LikeRow } from '#modules/social';
import { closetIdOf } from './catalog-rows.ts';
import { type DemoTime, dayMs, timeOfDay } from './demo-time.ts';
import type { Piece } from './piece.ts';
import { createRandom, pickNumber, pickWeighted, type Random, roundAtRandom } from './seeded-random.ts';

type Surface = InsightEvent['surface'];

const windowDays = 60;
/** How often listings are shown where, and how often a showing is opened. */
const surfaces: { surface: Surface; share: number; opened: number }[] = [
  { surface: 'search', share: 9, opened: 0.07 },
  { surface: 'feed', share: 9, opened: 0.04 },
  { surface: 'assistant', share: 5, opened: 0.12 },
  { surface: 'closet', share: 3, opened: 0.15 },
  { surface: 'external', share: 1, opened: 0.8 },
];
/** Sunday first: evenings of the weekend are the busiest, Friday the quietest. */
const weekdayWeights = [1.35, 0.95, 0.9, 0.92, 0.95, 0.85, 1.2];

/**
 * Sixty days of what people did, counted by listing, day and surface where nobody in particular did it. Likes and
 * follows are the given rows, questions and purchases those of the world, so figures add up with what pages show.
 */
export function createTraffic(
  pieces: Piece[],
  marks: { likes: LikeRow[]; follows: FollowRow[] },
  questions: { listing_id: string | null; asked_at: Date }[],
  time: DemoTime,
): InsightEvent[] {
  const from = time.startOfDay - windowDays * dayMs;
  const closetOf = new Map(pieces.map(({ listing }) => [listing.key, closetIdOf(listing.closet)]));
  const about = (listingId: string) => ({ listingId, closetId: closetOf.get(listingId) });
  const random = createRandom('traffic');
  const events: InsightEvent[] = [];

  for (const piece of pieces) events.push(...showings(piece, from), ...purchases(piece, from));
  for (const like of marks.likes) {
    if (like.at.getTime() < from) continue;
    const surface = pickSurface(random);
    const seen = { at: like.at, surface, userId: like.user_id, ...about(like.listing_id) };
    // Who likes a thing was shown it and opened it.
    events.push({ ...seen, kind: 'impression' }, { ...seen, kind: 'view' }, { ...seen, kind: 'like' });
  }
  for (const follow of marks.follows) {
    if (follow.at.getTime() < from) continue;
    events.push({
      at: follow.at,
      kind: 'follow',
      surface: 'closet',
      closetId: follow.closet_id,
      userId: follow.user_id,
    });
  }
  for (const question of questions) {
    if (question.listing_id === null || question.asked_at.getTime() < from) continue;
    events.push({
      at: question.asked_at,
      kind: 'question',
      surface: pickSurface(random),
      ...about(question.listing_id),
    });
  }
  events.push(...searches(from));
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Impressions of one listing, with the views and the assistant's answers that came of them. */
function showings(piece: Piece, from: number): InsightEvent[] {
  const { listing, appeal } = piece;
  const random = createRandom(`traffic ${listing.key}`);
  const firstDay = Math.ceil(Math.max(from, piece.from) / dayMs);
  const days = Math.floor(piece.until / dayMs) - firstDay;
  if (days < 1) return [];
  const isNew = piece.from > from;
  const seen = { listingId: listing.key, closetId: closetIdOf(listing.closet) };
  const events: InsightEvent[] = [];
  for (const { surface, share, opened } of surfaces) {
    const shownDays = roundAtRandom(random, share * (days / windowDays) * Math.min(2, 0.5 + appeal / 2));
    for (let i = 0; i < shownDays; i++) {
      const at = pickMoment(random, firstDay, days, isNew);
      const count = 1 + Math.floor(9 * appeal * weekdayWeights[at.getUTCDay()]! * -Math.log(1 - random()));
      events.push({ at, kind: 'impression', surface, count, ...seen });
      const views = Math.min(count, roundAtRandom(random, count * opened));
      if (views > 0) events.push({ at, kind: 'view', surface, count: views, ...seen });
      if (surface === 'assistant') events.push({ at, kind: 'answer', surface, count: Math.ceil(count / 2), ...seen });
    }
  }
  return events;
}

function purchases({ listing, until }: Piece, from: number): InsightEvent[] {
  if (listing.status !== 'sold' || until < from) return [];
  const surface = pickSurface(createRandom(`purchase ${listing.key}`));
  const bought = { at: new Date(until), surface, listingId: listing.key, closetId: closetIdOf(listing.closet) };
  return (['impression', 'view', 'purchase'] as const).map((kind) => ({ ...bought, kind }));
}

/** Searches and questions to the assistant, four times a day; the assistant's part grows. */
function searches(from: number): InsightEvent[] {
  const random = createRandom('searches');
  const events: InsightEvent[] = [];
  for (let day = 0; day < windowDays; day++) {
    for (const hour of [8, 13, 18, 21]) {
      const at = new Date(from + day * dayMs + hour * 3_600_000 + pickNumber(random, 0, 3_599_999));
      const busy = weekdayWeights[at.getUTCDay()]! * (hour / 14) * (0.85 + 0.3 * random());
      events.push({ at, kind: 'search', surface: 'search', count: Math.ceil(42 * busy) });
      events.push({ at, kind: 'search', surface: 'assistant', count: Math.ceil((14 + day / 3) * busy) });
    }
  }
  return events;
}

/** A moment in one of the days at a waking hour, more often on a busy weekday and while the listing is new. */
function pickMoment(random: Random, firstDay: number, days: number, isNew: boolean): Date {
  for (;;) {
    const midnight = (firstDay + Math.floor(days * random() ** (isNew ? 1.5 : 1))) * dayMs;
    if (random() * 1.35 < weekdayWeights[new Date(midnight).getUTCDay()]!)
      return new Date(midnight + timeOfDay(random));
  }
}

function pickSurface(random: Random): Surface {
  return pickWeighted<Surface>(random, [
    ['search', 36],
    ['feed', 30],
    ['assistant', 20],
    ['closet', 14],
  ]);
}
