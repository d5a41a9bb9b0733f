import { findCard, findClosetById } from '#modules/catalog';
import { findQuestion } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import { createId } from '#platform/ids';
import type { StoredEvent } from '#platform/outbox';
import { findProgress, insertNotifications, saveProgress } from './queries.ts';
import type { NotificationRow } from './tables.ts';

export type Notifications = { start(): Promise<void>; stop(): Promise<void> };

const follower = 'in-app';

/**
 * Tells members what concerns them, from the outbox: the seller of each question about a piece of theirs, the asker of
 * each answer, never oneself. Goes on after a restart where it stopped; an event that comes twice is told once.
 */
export function createNotifications(ctx: Ctx): Notifications {
  let following: { stop(): Promise<void> } | undefined;

  async function onEvents(events: StoredEvent[]): Promise<void> {
    const rows: NotificationRow[] = [];
    for (const event of events) rows.push(...(await rowsFor(ctx, event)));
    await ctx.db.transaction().execute(async (tx) => {
      await insertNotifications(tx, rows);
      await saveProgress(tx, follower, events.at(-1)!.id);
    });
  }

  return {
    async start() {
      following = ctx.outbox.follow({ from: await findProgress(ctx.db, follower), onEvents });
    },
    async stop() {
      await following?.stop();
    },
  };
}

/** What an event is to whom; nothing where what it speaks of has been taken back since. */
async function rowsFor(ctx: Ctx, { id, name, payload }: StoredEvent): Promise<NotificationRow[]> {
  if (name !== 'question.asked' && name !== 'question.answered') return [];
  const question = await findQuestion(ctx.db, String(payload.questionId));
  if (!question) return [];
  const now = ctx.clock.now();
  const row = { id: createId('ntf', now), event_id: id, question_id: question.id, at: new Date(now), read_at: null };
  if (name === 'question.asked') {
    const seller = await sellerOf(ctx, question.listing_id);
    if (seller === null || seller === question.asker_id) return [];
    return [{ ...row, kind: 'question-asked', user_id: seller, answer_id: null }];
  }
  const answer = question.answers.find((one) => one.id === payload.answerId);
  if (!answer || question.asker_id === null || question.asker_id === answer.author_id) return [];
  return [{ ...row, kind: 'question-answered', user_id: question.asker_id, answer_id: answer.id }];
}

async function sellerOf(ctx: Ctx, listingId: string | null): Promise<string | null> {
  const listing = listingId === null ? undefined : await findCard(ctx.db, listingId);
  const closet = listing && (await findClosetById(ctx.db, listing.closet_id));
  return closet?.owner_id ?? null;
}
