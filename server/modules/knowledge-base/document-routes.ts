import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { locale } from '#contract/common';
import { documentDetail, documentKinds, documentSummary } from '#contract/document';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { KnowledgeError } from './errors.ts';
import { presentDocument, presentDocumentSummary } from './present.ts';
import { findDocument, findDocuments } from './queries.ts';

const reads = { name: 'documents', perMinute: 600, burst: 200 };

/** Guides and documents. */
export function documentRoutes(): ApiRouter {
  const router = createRouter();
  for (const path of ['/documents', '/documents/*']) router.use(path, allow(reads));

  router.openapi(
    createRoute({
      method: 'get',
      path: '/documents',
      tags: ['Guides'],
      summary: 'Guides, care notes, size charts and policies, without what was read from elsewhere',
      request: {
        query: z.strictObject({
          language: locale.optional(),
          kind: z.enum(documentKinds).optional(),
          category: z.string().max(120).optional(),
        }),
      },
      responses: answers(200, z.object({ documents: z.array(documentSummary) }), 'By title'),
    }),
    async (c) =>
      c.json(
        { documents: (await findDocuments(c.get('ctx').db, c.req.valid('query'))).map(presentDocumentSummary) },
        200,
      ),
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/documents/{slug}',
      tags: ['Guides'],
      summary: 'One guide or document',
      request: { params: z.object({ slug: z.string().max(80) }) },
      responses: answers(200, documentDetail, 'Its text in Markdown'),
    }),
    async (c) => {
      const row = await findDocument(c.get('ctx').db, c.req.valid('param').slug);
      if (!row) throw KnowledgeError.documentNotFound();
      return c.json(presentDocument(row), 200);
    },
  );
  return router;
}
