import { z } from 'zod';
import { id, instant, locale, nextCursor } from './common.ts';

/** `seller` keeps the closet the piece hangs in; `owner` is known to have one; anyone else is of the `community`. */
export const answerAuthors = ['seller', 'owner', 'community'] as const;

export const communityAnswer = z.object({
  id,
  writtenBy: z.enum(answerAuthors),
  author: z.string(),
  text: z.string(),
  language: locale,
  /** How many people found it helpful. */
  helpful: z.int(),
  answeredAt: instant,
  editedAt: instant.nullable(),
});
export type CommunityAnswer = z.infer<typeof communityAnswer>;

/** A question with its answers, the most helpful first. */
export const question = z.object({
  id,
  /** The piece it was asked about; null where it is about the style. */
  listingId: id.nullable(),
  asker: z.string(),
  text: z.string(),
  language: locale,
  askedAt: instant,
  editedAt: instant.nullable(),
  answers: z.array(communityAnswer),
});
export type Question = z.infer<typeof question>;

export const questionPage = z.object({ questions: z.array(question), total: z.int(), nextCursor });
export type QuestionPage = z.infer<typeof questionPage>;

export const newQuestion = z.strictObject({
  text: z.string().trim().min(3, 'Ask in at least 3 characters.').max(1000, 'Ask in at most 1,000 characters.'),
});

export const newAnswer = z.strictObject({
  text: z.string().trim().min(2, 'Answer in at least 2 characters.').max(4000, 'Answer in at most 4,000 characters.'),
});

/** Which of the reviews, questions and answers on a page the reader wrote, and which they found helpful. */
export const ownVoices = z.object({ own: z.array(id), helpful: z.array(id) });
export type OwnVoices = z.infer<typeof ownVoices>;
