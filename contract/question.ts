import { z } from 'zod';
import { id, instant, locale, nextCursor } from './common.ts';

export const question = z.object({
  id,
  asker: z.string(),
  text: z.string(),
  language: locale,
  askedAt: instant,
  answers: z.array(
    z.object({
      id,
      writtenBy: z.enum(['seller', 'owner', 'community']),
      author: z.string(),
      text: z.string(),
      answeredAt: instant,
    }),
  ),
});
export type Question = z.infer<typeof question>;

export const questionPage = z.object({ questions: z.array(question), total: z.int(), nextCursor });
export type QuestionPage = z.infer<typeof questionPage>;

export const newQuestion = z.strictObject({
  text: z.string().trim().min(3, 'Ask in at least 3 characters.').max(1000, 'Ask in at most 1,000 characters.'),
});
