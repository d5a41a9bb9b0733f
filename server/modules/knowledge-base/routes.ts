import type { WordVectors } from '#engines/vectors';
import { type ApiRouter, createRouter } from '#platform/http';
import { documentRoutes } from './document-routes.ts';
import { questionRoutes } from './question-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { voteRoutes } from './vote-routes.ts';

/** Reviews with their summary, questions, answers and votes, guides and documents. */
export function knowledgeRoutes(options: { vectors: WordVectors | undefined }): ApiRouter {
  const router = createRouter();
  router.route('/', reviewRoutes(options));
  router.route('/', questionRoutes());
  router.route('/', voteRoutes());
  router.route('/', documentRoutes());
  return router;
}
