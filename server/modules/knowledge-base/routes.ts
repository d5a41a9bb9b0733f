import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { cursor, id, limit, locale } from '#contract/common';
import { documentDetail, documentKinds, documentSummary } from '#contract/document';
import { newQuestion, question, questionPage } from '#contract/question';
import { reviewPage } from '#contract/review';
import type { WordVectors } from '#engines/vectors';
import { CatalogError, findCard, findProduct } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import { type ApiRouter, allow, answers, createRouter } from '#platform/http';
import { askSeller } from './ask-seller.ts';
import { KnowledgeError } from './errors.ts';
import { reviewPassage, trustedReviews } from './make-passages.ts';
import { presentDocument, presentDocumentSummary, presentQuestion, presentReview } from './present.ts';
import { findDocument, findDocuments, findQuestions, findReviews } from './queries.ts';
import { summariseReviews } from './summary.ts';

const reads = { name: 'knowledge', perMinute: 600, burst: 200 };
const asks = { name: 'ask-seller', perMinute: 6, burst: 6 };

/** Reviews with their summary, questions and answers, guides and documents. */
export function knowledgeRoutes(options: { vectors: WordVectors | undefined }): ApiRouter {
  const router = createRouter();
  for (const path of ['/listings/:id/reviews', '/documents', '/documents/*']) router.use(path, allow(reads));

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings/{id}/reviews',
      tags: ['Reviews and questions'],
      summary: "Reviews of a listing's style by its owners",
      request: {
        params: z.object({ id }),
        query: z.strictObject({ cursor: cursor.optional(), limit: limit(10, 50), locale: locale.default('en') }),
      },
      responses: answers(200, reviewPage, 'A page, most helpful first, with what all of them come to'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const { cursor, limit, locale } = c.req.valid('query');
      const listing = await findListing(ctx, c.req.valid('param').id);
      const reviews = listing.product_id ? await findReviews(ctx.db, listing.product_id) : [];
      const product = listing.product_id ? await findProduct(ctx.db, listing.product_id) : undefined;
      const named = {
        title: product?.name ?? listing.title,
        category: listing.category,
        description: listing.description,
      };
      const passages = trustedReviews(named, reviews.map(reviewPassage), options.vectors);
      const kept = new Set(passages.map((passage) => passage.id));
      const shown = reviews.filter((review) => kept.has(review.id));
      const { page, nextCursor } = paginate(shown, cursor, limit);
      return c.json(
        { summary: summariseReviews(reviews, passages, locale), reviews: page.map(presentReview), nextCursor },
        200,
      );
    },
  );

  router.openapi(
    createRoute({
      method: 'get',
      path: '/listings/{id}/questions',
      tags: ['Reviews and questions'],
      summary: 'Questions about a listing and its style',
      request: { params: z.object({ id }), query: z.strictObject({ cursor: cursor.optional(), limit: limit(10, 50) }) },
      responses: answers(200, questionPage, 'A page, answered ones first'),
    }),
    async (c) => {
      const ctx = c.get('ctx');
      const listing = await findListing(ctx, c.req.valid('param').id);
      const all = await findQuestions(ctx.db, {
        listingIds: [listing.id],
        productIds: listing.product_id ? [listing.product_id] : [],
      });
      const ordered = [
        ...all.filter((row) => row.answers.length > 0),
        ...all.filter((row) => row.answers.length === 0),
      ];
      const { cursor, limit } = c.req.valid('query');
      const { page, nextCursor } = paginate(ordered, cursor, limit);
      return c.json({ questions: page.map(presentQuestion), total: all.length, nextCursor }, 200);
    },
  );

  router.openapi(
    createRoute({
      method: 'post',
      path: '/listings/{id}/questions',
      tags: ['Reviews and questions'],
      summary: 'Ask the seller and the community',
      middleware: [allow(asks)] as const,
      request: {
        params: z.object({ id }),
        body: { required: true, content: { 'application/json': { schema: newQuestion } } },
      },
      responses: answers(201, question, 'The question, waiting for an answer'),
    }),
    async (c) => {
      const asked = await askSeller(c.get('ctx'), {
        listingId: c.req.valid('param').id,
        text: c.req.valid('json').text,
      });
      return c.json(presentQuestion({ ...asked, answers: [] }), 201);
    },
  );

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

async function findListing(ctx: Ctx, id: string) {
  const listing = await findCard(ctx.db, id);
  if (!listing) throw CatalogError.listingNotFound();
  return listing;
}

/** Pages of a short list that is at hand whole; the cursor says how many were shown. */
function paginate<Row>(
  rows: Row[],
  cursor: string | undefined,
  limit: number,
): { page: Row[]; nextCursor: string | null } {
  const shown = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString());
  if (!Number.isSafeInteger(shown) || shown < 0) throw KnowledgeError.badCursor();
  const end = shown + limit;
  return {
    page: rows.slice(shown, end),
    nextCursor: end < rows.length ? Buffer.from(String(end)).toString('base64url') : null,
  };
}
