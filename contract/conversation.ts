import { z } from 'zod';
import { answer } from './assistant.ts';
import { id, instant, locale, nextCursor } from './common.ts';

/** One conversation in a list: named by its first question. */
export const conversationSummary = z.object({
  id,
  title: z.string(),
  locale,
  questions: z.int(),
  lastAt: instant,
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

export const conversationPage = z.object({ conversations: z.array(conversationSummary), nextCursor });
export type ConversationPage = z.infer<typeof conversationPage>;

/** The turns of a conversation in order, the latest of them; `earlier` leads to those before. */
export const conversation = z.object({
  id,
  title: z.string(),
  /** Whether it is in the reader's own list, where it can be deleted. */
  isOwn: z.boolean(),
  answers: z.array(answer),
  earlier: z.string().nullable(),
});
export type Conversation = z.infer<typeof conversation>;
