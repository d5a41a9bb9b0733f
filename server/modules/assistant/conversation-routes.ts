import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { cursor, id, limit, locale } from '#contract/common';
import { conversation, conversationPage } from '#contract/conversation';
import { requireMember } from '#modules/identity';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { deleteConversation, findAnswersOf, findConversationsOf, findTitle } from './conversation-queries.ts';
import { decodePlace, encodePlace } from './cursor.ts';
import { AssistantError } from './errors.ts';
import { canRead, isOwn } from './policy.ts';
import { type AnswerPresenter, presentAnswer } from './present.ts';
import { findConversation } from './queries.ts';

const reads = { name: 'conversations', perMinute: 120, burst: 60 };
const turnsAtOnce = 20;

/** One's own conversations: to list, read again and delete. */
export function conversationRoutes(presenter: AnswerPresenter): ApiRouter {
  const router = createRouter();

  router.openapi(
    createRoute({
      method: 'get',
      path: '/conversations',
      tags: ['Assistant'],
      summary: "The signed-in member's conversations, latest first",
      middleware: [allow(reads)] as const,
      request: { query: z.strictObject({ cursor: cursor.optional(), limit: limit(20, 50) }) },
      responses: answers(200, conversationPage, 'A page of them, each named by its first question'),
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      const { userId } = requireMember(actor);
      const query = c.req.valid('query');
      const before = query.cursor === undefined ? undefined : decodePlace(query.cursor);
      const rows = await findConversationsOf(db, userId, { before, limit: query.limit + 1 });
      const shown = rows.slice(0, query.limit);
      const last = shown.at(-1);
      return c.json(
        {
          conversations: shown.map((row) => ({
            id: row.id,
            title: row.title,
            locale: row.locale,
            questions: row.questions,
            lastAt: row.last_at.toISOString(),
          })),
          nextCursor: rows.length > shown.length && last ? encodePlace({ at: last.started_at, id: last.id }) : null,
        },
        200,
      );
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/conversations/{id}',
      tags: ['Assistant'],
      summary: 'The turns of a conversation, with live prices',
      description: "A member's conversation is read by that member alone; a visitor's by whoever holds its id.",
      middleware: [allow(reads)] as const,
      request: {
        params: z.object({ id }),
        query: z.strictObject({ before: cursor.optional(), locale: locale.optional() }),
      },
      responses: answers(200, conversation, 'The latest twenty turns, or those before'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const found = await findConversation(ctx.db, c.req.valid('param').id);
      if (!found || !canRead(ctx.actor, found)) throw AssistantError.noSuchConversation();
      const query = c.req.valid('query');
      const before = query.before === undefined ? undefined : decodePlace(query.before);
      const rows = await findAnswersOf(ctx.db, found.id, { before, limit: turnsAtOnce + 1 });
      const shown = rows.slice(-turnsAtOnce);
      const [first] = shown;
      return c.json(
        {
          id: found.id,
          title: await findTitle(ctx.db, found.id),
          isOwn: isOwn(ctx.actor, found),
          answers: await Promise.all(
            shown.map((row) => presentAnswer(ctx, row, presenter, query.locale ?? row.answer.answer.language)),
          ),
          earlier: rows.length > shown.length && first ? encodePlace({ at: first.asked_at, id: first.id }) : null,
        },
        200,
      );
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path: '/conversations/{id}',
      tags: ['Assistant'],
      summary: 'Delete a conversation of one’s own, with its answers',
      middleware: [allow(reads)] as const,
      request: { params: z.object({ id }) },
      responses: { 204: { description: 'Deleted' } },
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      requireMember(actor);
      const found = await findConversation(db, c.req.valid('param').id);
      if (!found || !isOwn(actor, found)) throw AssistantError.noSuchConversation();
      await deleteConversation(db, found.id);
      return c.body(null, 204);
    },
  );
  return router;
}
