import type { Notification, NotificationPage } from '#contract/notification';
import { readSummaries } from '#modules/catalog';
import { requireMember } from '#modules/identity';
import { findQuestion, type QuestionWithAnswers } from '#modules/knowledge-base';
import type { Ctx } from '#platform/context';
import { NotificationError } from './errors.ts';
import { countOwn, countUnread, findNotifications, setRead } from './queries.ts';
import type { NotificationRow } from './tables.ts';

/** The reader's notifications, newest first, with the words they tell of as those are now. */
export async function readNotifications(
  ctx: Ctx,
  options: { cursor?: string; limit: number },
): Promise<NotificationPage> {
  const { userId } = requireMember(ctx.actor);
  const before = options.cursor === undefined ? undefined : eventOf(options.cursor);
  const rows = await findNotifications(ctx.db, { userId, before, limit: options.limit + 1 });
  const page = rows.slice(0, options.limit);
  const ids = [...new Set(page.map((row) => row.question_id))];
  const found = await Promise.all(ids.map((id) => findQuestion(ctx.db, id)));
  const questions = new Map(found.flatMap((question) => (question ? [[question.id, question] as const] : [])));
  const listingIds = [...questions.values()].flatMap(({ listing_id }) => listing_id ?? []);
  const titles = new Map((await readSummaries(ctx, [...new Set(listingIds)])).map(({ id, title }) => [id, title]));
  const last = rows.length > options.limit ? page.at(-1) : undefined;
  return {
    unread: await countUnread(ctx.db, userId),
    notifications: page.flatMap((row) => present(row, questions.get(row.question_id), titles)),
    nextCursor: last ? Buffer.from(String(last.event_id)).toString('base64url') : null,
  };
}

/** Marks the reader's notifications as read. Throws `notification.not-found` where one of the ids is not theirs. */
export async function markAsRead(ctx: Ctx, ids?: string[]): Promise<number> {
  const { userId } = requireMember(ctx.actor);
  const asked = ids && [...new Set(ids)];
  if (asked && (await countOwn(ctx.db, userId, asked)) < asked.length) throw NotificationError.notFound();
  await setRead(ctx.db, userId, new Date(ctx.clock.now()), asked);
  return countUnread(ctx.db, userId);
}

function present(
  row: NotificationRow,
  question: QuestionWithAnswers | undefined,
  titles: Map<string, string>,
): Notification[] {
  const answer = question?.answers.find(({ id }) => id === row.answer_id);
  if (!question || (row.answer_id !== null && !answer)) return [];
  const title = question.listing_id === null ? undefined : titles.get(question.listing_id);
  return [
    {
      id: row.id,
      kind: row.kind,
      at: row.at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
      question: { id: question.id, asker: question.asker, text: question.text, language: question.language },
      answer: answer ? { id: answer.id, author: answer.author, text: answer.text, language: answer.language } : null,
      listing: title === undefined ? null : { id: question.listing_id!, title },
    },
  ];
}

/** The event that a cursor names: its id, which fits a bigint. */
function eventOf(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,18}$/.test(id)) throw NotificationError.badCursor();
  return id;
}
