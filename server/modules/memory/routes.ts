import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { id, type Locale, locale } from '#contract/common';
import { changeMemoryRequest, type MemoryFact, memoryFact, memoryPage, rememberRequest } from '#contract/memory';
import type { Constraint } from '#engines/language';
import { requireMember } from '#modules/identity';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { type FactRow, findFacts } from './queries.ts';
import { changeMemory, forget, remember, type Understand } from './remember.ts';

const limits = { name: 'memory', perMinute: 60, burst: 30 };
const tags = ['Account'];

/** What is remembered of the signed-in member: to see, add, change and forget. */
export function memoryRoutes({
  understand,
  describe,
}: {
  understand: Understand;
  describe: (meaning: Constraint, locale: Locale) => string;
}): ApiRouter {
  const router = createRouter();
  const present = (row: FactRow, reader: Locale): MemoryFact => ({
    id: row.id,
    kind: row.kind,
    about: row.about === '' ? null : row.about,
    label: describe(row.meaning, reader),
    said: row.said,
    learntAt: row.learnt_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  });

  router.openapi(
    createRoute({
      method: 'get',
      path: '/me/memory',
      tags,
      summary: 'What is remembered of the signed-in member',
      middleware: [allow(limits)] as const,
      request: { query: z.strictObject({ locale: locale.default('en') }) },
      responses: answers(200, memoryPage, 'Everything that has not expired'),
    }),
    async (c) => {
      const { db, actor, clock } = c.get('ctx');
      const rows = await findFacts(db, requireMember(actor).userId, new Date(clock.now()));
      return c.json({ facts: rows.map((row) => present(row, c.req.valid('query').locale)) }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/me/memory',
      tags,
      summary: 'Have a statement about oneself remembered',
      description: 'Kept for twelve months. A new size of the same kind, or a new budget, takes the place of the old.',
      middleware: [allow(limits)] as const,
      request: { body: { required: true, content: { 'application/json': { schema: rememberRequest } } } },
      responses: answers(201, memoryPage, 'What was understood and is now remembered'),
    }),
    async (c) => {
      const input = c.req.valid('json');
      const rows = await remember(c.get('ctx'), understand, input);
      return c.json({ facts: rows.map((row) => present(row, input.locale)) }, 201);
    },
  );

  router.openapi(
    createRoute({
      method: 'patch',
      path: '/me/memory/{id}',
      tags,
      summary: 'Change what is remembered, or for how long',
      middleware: [allow(limits)] as const,
      request: {
        params: z.object({ id }),
        body: { required: true, content: { 'application/json': { schema: changeMemoryRequest } } },
      },
      responses: answers(200, memoryFact, 'As it is remembered now'),
    }),
    async (c) => {
      const { locale: reader, ...change } = c.req.valid('json');
      const row = await changeMemory(c.get('ctx'), understand, c.req.valid('param').id, change);
      return c.json(present(row, reader), 200);
    },
  );

  for (const path of ['/me/memory/{id}', '/me/memory'] as const)
    router.openapi(
      createRoute({
        method: 'delete',
        path,
        tags,
        summary: path === '/me/memory' ? 'Forget everything' : 'Forget one thing',
        middleware: [allow(limits)] as const,
        request: path === '/me/memory' ? {} : { params: z.object({ id }) },
        responses: { 204: { description: 'Forgotten' } },
      }),
      async (c) => {
        await forget(c.get('ctx'), c.req.param('id'));
        return c.body(null, 204);
      },
    );
  return router;
}
