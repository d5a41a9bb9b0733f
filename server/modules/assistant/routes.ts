import { createRoute } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { type AnswerEvent, answer, askRequest, questionChips } from '#contract/assistant';
import { id, locale } from '#contract/common';
import { suggestForListing } from '#engines/answer';
import { detectLanguage } from '#engines/language';
import { CatalogError, readSummaries } from '#modules/catalog';
import { gatherPassages } from '#modules/knowledge-base';
import type { Search } from '#modules/search';
import type { Ctx } from '#platform/context';
import { AppError } from '#platform/errors';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { type AskInput, finishAnswer, openQuestion, planAnswer } from './answer-question.ts';
import type { AssistantEngines } from './engines.ts';
import { AssistantError } from './errors.ts';
import { canRead } from './policy.ts';
import { type AnswerPresenter, presentAnswer } from './present.ts';
import { findAnswer } from './queries.ts';
import { awaitAnswer, eventsAfter } from './resume-answer.ts';
import { answerEvents } from './stream.ts';

const asks = { name: 'assistant', perMinute: 60, burst: 30 };
const reads = { name: 'assistant-read', perMinute: 300, burst: 100 };

/** Questions to the assistant, its answers to read again, and the questions worth asking about a listing. */
export function assistantRoutes(options: {
  search: Search;
  engines: AssistantEngines;
  presenter: AnswerPresenter;
}): ApiRouter {
  const { search, engines, presenter } = options;
  const router = createRouter();

  router.openapi(
    createRoute({
      method: 'post',
      path: '/assistant/answers',
      tags: ['Assistant'],
      summary: 'Ask the assistant',
      description:
        'With `Accept: text/event-stream` the answer streams: `answer-started`, `plan`, `citation`, `text-delta`, `part`, `answer-finished`.',
      middleware: [allow(asks)] as const,
      request: { body: { required: true, content: { 'application/json': { schema: askRequest } } } },
      responses: answers(200, answer, 'The whole answer; every factual sentence cites the spans it rests on'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const input: AskInput = c.req.valid('json');
      const startedAt = performance.now();
      const asked = await openQuestion(ctx, input, detectLanguage);
      const finish = async () => {
        const planned = await planAnswer(ctx, { search, engines, input, asked });
        return { planned, complete: () => finishAnswer(ctx, { engines, input, asked, planned, startedAt }) };
      };
      if (!c.req.header('accept')?.includes('text/event-stream')) {
        const row = await (await finish()).complete();
        return c.json(await presentAnswer(ctx, row, presenter, asked.locale), 200);
      }
      const response = streamSSE(c, async (stream) => {
        let count = 0;
        const send = (event: AnswerEvent) =>
          stream.writeSSE({ event: event.type, data: JSON.stringify(event), id: String(++count) });
        try {
          await send({
            type: 'answer-started',
            answerId: asked.answerId,
            conversationId: asked.conversationId,
            locale: asked.locale,
          });
          // The others need not wait for the answer of a reader who has left.
          if (stream.aborted) return;
          const { planned, complete } = await finish();
          const { understanding, gathered } = planned;
          await send({
            type: 'plan',
            intent: understanding.intent,
            need: presenter.presentNeed(understanding, asked.locale),
            sourcesRead: gathered.sourcesRead,
          });
          if (stream.aborted) return;
          const row = await complete();
          for await (const event of answerEvents(ctx, row, presenter.labels, asked.locale)) await send(event);
          await send({ type: 'answer-finished', answerId: row.id, abstained: row.answer.answer.abstained });
        } catch (error) {
          await send(failure(ctx, error));
        }
      });
      response.headers.set('cache-control', 'no-store');
      response.headers.set('x-accel-buffering', 'no');
      // The SSE body is no JSON; the route's type only knows the other form of the answer.
      return response as never;
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/assistant/answers/{id}',
      tags: ['Assistant'],
      summary: 'An answer again, with live prices',
      middleware: [allow(reads)] as const,
      request: { params: z.object({ id }), query: z.strictObject({ locale: locale.optional() }) },
      responses: answers(200, answer, 'The stored answer and its evidence'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const row = await findAnswer(ctx.db, c.req.valid('param').id);
      if (!row || !canRead(ctx.actor, row)) throw AssistantError.answerNotFound();
      return c.json(await presentAnswer(ctx, row, presenter, c.req.valid('query').locale ?? row.locale), 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/assistant/answers/{id}/events',
      tags: ['Assistant'],
      summary: 'The stream of an answer, from where it broke off',
      description:
        'The same events with the same numbers as when it was asked, after the one of `Last-Event-ID` or `after`. An answer that is being made is waited for.',
      middleware: [allow(reads)] as const,
      request: {
        params: z.object({ id }),
        query: z.strictObject({
          after: z.coerce.number({ error: 'Must be a number.' }).int().min(0).max(1e6).optional(),
        }),
      },
      responses: {
        200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } },
      },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const row = await awaitAnswer(ctx, c.req.valid('param').id);
      const header = Number(c.req.header('last-event-id') ?? '');
      const after = c.req.valid('query').after ?? (Number.isSafeInteger(header) && header > 0 ? header : 0);
      const response = streamSSE(c, async (stream) => {
        for await (const { number, event } of eventsAfter(ctx, row, presenter, after))
          await stream.writeSSE({ event: event.type, data: JSON.stringify(event), id: String(number) });
      });
      response.headers.set('cache-control', 'no-store');
      return response as never;
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings/{id}/chips',
      tags: ['Assistant'],
      summary: 'Questions about a listing that its evidence can answer',
      middleware: [allow(reads)] as const,
      request: { params: z.object({ id }), query: z.strictObject({ locale: locale.default('en') }) },
      responses: answers(200, questionChips, 'A handful, most useful first'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const [summary] = await readSummaries(ctx, [c.req.valid('param').id]);
      if (!summary) throw CatalogError.listingNotFound();
      const passages = await gatherPassages(ctx.db, [{ ...summary, seller: summary.closetName }], engines.vectors);
      const language = c.req.valid('query').locale;
      return c.json(
        {
          questions: suggestForListing(
            engines,
            { listingId: summary.id, title: summary.title, passages: passages.get(summary.id) ?? [] },
            language,
          ),
        },
        200,
      );
    },
  );
  return router;
}

function failure(ctx: Ctx, error: unknown): AnswerEvent {
  if (error instanceof AppError) return { type: 'answer-failed', code: error.code, detail: error.message };
  ctx.log.error({ err: error }, 'an answer failed unexpectedly');
  return { type: 'answer-failed', code: 'internal', detail: 'Something went wrong on our side; ask again.' };
}
