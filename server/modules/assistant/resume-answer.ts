import { setTimeout as wait } from 'node:timers/promises';
import type { AnswerEvent } from '#contract/assistant';
import type { Ctx } from '#platform/context';
import { AssistantError } from './errors.ts';
import { canRead } from './policy.ts';
import type { AnswerPresenter } from './present.ts';
import { type AnswerRow, findAnswer } from './queries.ts';
import { answerEvents } from './stream.ts';

export type NumberedEvent = { number: number; event: AnswerEvent };

/** How long an answer that is still being made is waited for. */
const waitMs = 8000;
const pollMs = 100;

/** A stored answer that the actor may read; one that is being made at this moment is waited for. */
export async function awaitAnswer(ctx: Ctx, id: string): Promise<NonNullable<Awaited<ReturnType<typeof findAnswer>>>> {
  const until = performance.now() + (isFresh(ctx, id) ? waitMs : 0);
  for (;;) {
    const row = await findAnswer(ctx.db, id);
    if (row && canRead(ctx.actor, row)) return row;
    if (row || performance.now() >= until) throw AssistantError.answerNotFound();
    await wait(pollMs);
  }
}

/** Whether an id was made moments ago, as its time says: any other is not waited for. */
function isFresh(ctx: Ctx, id: string): boolean {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const time = [...(/^ans_(.{10})/.exec(id)?.[1] ?? '')].reduce((sum, char) => sum * 32 + alphabet.indexOf(char), 0);
  return Math.abs(ctx.clock.now() - time) < 60_000;
}

/** The same events in the same order as when the answer was first streamed, from number `after + 1` on. */
export async function* eventsAfter(
  ctx: Ctx,
  row: AnswerRow,
  { presentNeed, labels }: AnswerPresenter,
  after: number,
): AsyncGenerator<NumberedEvent> {
  const { answer, understanding, sourcesRead } = row.answer;
  const locale = answer.language;
  let number = 0;
  async function* all(): AsyncGenerator<AnswerEvent> {
    yield { type: 'answer-started', answerId: row.id, conversationId: row.conversation_id, locale };
    const need = presentNeed(understanding, locale);
    yield { type: 'plan', intent: understanding.intent, need, sourcesRead };
    yield* answerEvents(ctx, row, labels, locale);
    yield { type: 'answer-finished', answerId: row.id, abstained: answer.abstained };
  }
  for await (const event of all()) if (++number > after) yield { number, event };
}
