import { z } from 'zod';
import { id, instant, locale, nextCursor } from './common.ts';

export const notificationKinds = ['question-asked', 'question-answered'] as const;

/** Something a member is told of once: a question about their piece, an answer to their question. */
export const notification = z.object({
  id,
  kind: z.enum(notificationKinds),
  at: instant,
  readAt: instant.nullable(),
  question: z.object({ id, asker: z.string(), text: z.string(), language: locale }),
  /** The answer they are told of; null where it is the question itself. */
  answer: z.object({ id, author: z.string(), text: z.string(), language: locale }).nullable(),
  /** The piece it is about; null where it is about a style. */
  listing: z.object({ id, title: z.string() }).nullable(),
});
export type Notification = z.infer<typeof notification>;

export const unreadCount = z.object({ unread: z.int() });

export const notificationPage = unreadCount.extend({ notifications: z.array(notification), nextCursor });
export type NotificationPage = z.infer<typeof notificationPage>;

/** Which to mark as read; without ids, all of them. */
export const markRead = z.strictObject({ ids: z.array(id).max(100).optional() });
