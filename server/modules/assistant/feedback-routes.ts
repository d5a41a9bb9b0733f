import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { id } from '#contract/common';
import {
  type Correction,
  correction,
  correctionRequest,
  feedback,
  ratingRequest,
  settleRequest,
} from '#contract/feedback';
import { requireMember } from '#modules/identity';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { correctSentence, raterOf, readableAnswer, settle, takeBackCorrection } from './correct-sentence.ts';
import {
  type CorrectionRow,
  deleteRating,
  findCorrectionsFor,
  findFeedback,
  upsertRating,
} from './feedback-queries.ts';

const writes = { name: 'feedback', perMinute: 60, burst: 30 };
const reads = { name: 'feedback-read', perMinute: 300, burst: 100 };
const mostListed = 100;
const tags = ['Assistant'];
const answerId = { params: z.object({ id }) };

/** What readers say of answers and of single sentences, and what becomes of it. */
export function feedbackRoutes(): ApiRouter {
  const router = createRouter();

  router.openapi(
    createRoute({
      method: 'get',
      path: '/assistant/answers/{id}/feedback',
      tags,
      summary: 'What the reader said of an answer, and what became of it',
      middleware: [allow(reads)] as const,
      request: answerId,
      responses: answers(200, feedback, 'The thumb and the corrections with their state'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const row = await readableAnswer(ctx, c.req.valid('param').id);
      const { good, corrections } = await findFeedback(ctx.db, row.id, raterOf(ctx.actor));
      return c.json({ good, corrections: corrections.map(presentCorrection) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'put',
      path: '/assistant/answers/{id}/rating',
      tags,
      summary: 'Thumbs up or down for an answer',
      middleware: [allow(writes)] as const,
      request: { ...answerId, body: { required: true, content: { 'application/json': { schema: ratingRequest } } } },
      responses: { 204: { description: 'Kept; saying it again changes it' } },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const row = await readableAnswer(ctx, c.req.valid('param').id);
      const { good } = c.req.valid('json');
      await upsertRating(ctx.db, {
        answer_id: row.id,
        rater: raterOf(ctx.actor),
        is_good: good,
        at: new Date(ctx.clock.now()),
      });
      return c.body(null, 204);
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path: '/assistant/answers/{id}/rating',
      tags,
      summary: 'Take the thumb back',
      middleware: [allow(writes)] as const,
      request: answerId,
      responses: { 204: { description: 'Taken back' } },
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const row = await readableAnswer(ctx, c.req.valid('param').id);
      await deleteRating(ctx.db, row.id, raterOf(ctx.actor));
      return c.body(null, 204);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/assistant/answers/{id}/corrections',
      tags,
      summary: 'Say that a factual sentence is wrong',
      description: 'It reaches the seller of the listing that the sentence speaks of, or else the operator.',
      middleware: [allow(writes)] as const,
      request: {
        ...answerId,
        body: { required: true, content: { 'application/json': { schema: correctionRequest } } },
      },
      responses: answers(201, correction, 'Sent; one a reader and sentence, a second replaces the first'),
    }),
    async (c) => {
      const row = await correctSentence(c.get('ctx'), c.req.valid('param').id, c.req.valid('json'));
      return c.json(presentCorrection(row), 201);
    },
  );

  router.openapi(
    createRoute({
      method: 'delete',
      path: '/assistant/corrections/{id}',
      tags,
      summary: 'Take a correction back',
      middleware: [allow(writes)] as const,
      request: answerId,
      responses: { 204: { description: 'Taken back' } },
    }),
    async (c) => {
      await takeBackCorrection(c.get('ctx'), c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/corrections',
      tags,
      summary: 'Corrections for the signed-in seller or operator to settle',
      middleware: [allow(reads)] as const,
      responses: answers(200, z.object({ corrections: z.array(correction) }), 'Open ones first; the newest hundred'),
    }),
    async (c) => {
      const { db, actor } = c.get('ctx');
      const { userId, isOperator } = requireMember(actor);
      const rows = await findCorrectionsFor(db, { userId, isOperator, limit: mostListed });
      return c.json({ corrections: rows.map(presentCorrection) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/me/corrections/{id}/settle',
      tags,
      summary: 'Say that a correction was heeded, or not',
      middleware: [allow(writes)] as const,
      request: { ...answerId, body: { required: true, content: { 'application/json': { schema: settleRequest } } } },
      responses: answers(200, correction, 'Settled; whoever sent it sees the state and the word'),
    }),
    async (c) => {
      const row = await settle(c.get('ctx'), c.req.valid('param').id, c.req.valid('json'));
      return c.json(presentCorrection(row), 200);
    },
  );
  return router;
}

function presentCorrection(row: CorrectionRow): Correction {
  return {
    id: row.id,
    answerId: row.answer_id,
    part: row.part,
    sentence: row.sentence,
    text: row.text,
    reason: row.reason,
    note: row.note,
    state: row.state,
    reply: row.reply,
    sentAt: row.sent_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    source: { title: row.source_title, path: row.source_path },
    listingId: row.listing_id,
  };
}
