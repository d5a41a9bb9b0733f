import { detectLanguage } from '#engines/language';
import type { Ctx } from '#platform/context';
import { KnowledgeError } from './errors.ts';
import { requireAuthor } from './policy.ts';
import {
  deleteAnswer,
  deleteQuestion,
  findAnswer,
  findQuestion,
  type QuestionWithAnswers,
  updateAnswer,
  updateQuestion,
} from './question-queries.ts';

/** Words a question of one's own anew. */
export async function editQuestion(ctx: Ctx, id: string, text: string): Promise<QuestionWithAnswers> {
  const question = await readQuestion(ctx, id);
  requireAuthor(ctx.actor, question.asker_id);
  await updateQuestion(ctx.db, id, { text, language: detectLanguage(text), edited_at: new Date(ctx.clock.now()) });
  return readQuestion(ctx, id);
}

/** Takes back a question of one's own; its answers go with it. */
export async function takeBackQuestion(ctx: Ctx, id: string): Promise<void> {
  requireAuthor(ctx.actor, (await readQuestion(ctx, id)).asker_id);
  await deleteQuestion(ctx.db, id);
}

/** Words an answer of one's own anew; its votes stay. Returns the question it is to. */
export async function editAnswer(ctx: Ctx, id: string, text: string): Promise<QuestionWithAnswers> {
  const answer = await findAnswer(ctx.db, id);
  if (!answer) throw KnowledgeError.answerNotFound();
  requireAuthor(ctx.actor, answer.author_id);
  await updateAnswer(ctx.db, id, { text, language: detectLanguage(text), edited_at: new Date(ctx.clock.now()) });
  return readQuestion(ctx, answer.question_id);
}

export async function takeBackAnswer(ctx: Ctx, id: string): Promise<void> {
  const answer = await findAnswer(ctx.db, id);
  if (!answer) throw KnowledgeError.answerNotFound();
  requireAuthor(ctx.actor, answer.author_id);
  await deleteAnswer(ctx.db, id);
}

/** A question with its answers. Throws `question.not-found`. */
export async function readQuestion(ctx: Ctx, id: string): Promise<QuestionWithAnswers> {
  const question = await findQuestion(ctx.db, id);
  if (!question) throw KnowledgeError.questionNotFound();
  return question;
}
