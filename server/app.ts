import { createHash } from 'node:crypto';
import path from 'node:path';
import { createEvidenceRanker, createQuestionVectors } from '#engines/evidence';
import { createLanguage } from '#engines/language';
import { loadWordNeighbours, loadWordVectors } from '#engines/vectors';
import { loadKnowledge } from '#knowledge';
import { alertRoutes, watchPrices } from '#modules/alerts';
import { assistantRoutes, conversationRoutes, createLanguageModel, feedbackRoutes } from '#modules/assistant';
import { catalogRoutes, countListings } from '#modules/catalog';
import { createIdentity, identityRoutes } from '#modules/identity';
import { createImportRuns, importRoutes } from '#modules/imports';
import { knowledgeRoutes } from '#modules/knowledge-base';
import { mediaRoutes } from '#modules/media';
import { memoryRoutes } from '#modules/memory';
import { createNotifications, notificationRoutes } from '#modules/notifications';
import { operationsRoutes } from '#modules/operations';
import {
  createLabels,
  createNeedPresenter,
  createSearch,
  createTaxonomy,
  describeConstraint,
  searchRoutes,
} from '#modules/search';
import { socialRoutes } from '#modules/social';
import { type CrawlLimits, createCategoriesIn, createCrawler, sourceRoutes } from '#modules/sources';
import type { Clock } from '#platform/clock';
import { type Config, findProjectRoot, readVersion } from '#platform/config';
import type { Ctx } from '#platform/context';
import { connectDatabase, migrate } from '#platform/database';
import { type ApiRouter, createApi } from '#platform/http';
import type { Logger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import { createOutbox, keepTrimmed } from '#platform/outbox';
import { fillDemoWorld } from '../demo/fill/index.ts';
import { readQuestionVectorBytes, readWordNeighbourBytes, readWordVectorBytes } from '../knowledge/vectors/index.ts';

export type App = {
  api: ApiRouter;
  /** The program itself as an actor, for the command line, the demo and tests. */
  ctx: Ctx;
  stop(): Promise<void>;
};

/** The only wiring: each module is made once, its routes are mounted once. */
export async function createApp(options: {
  config: Config;
  databaseUrl: string;
  clock: Clock;
  log: Logger;
  onStep?: (step: string) => void;
  /** Other limits for what is read from elsewhere; tests play the web on this machine. */
  crawlLimits?: Partial<CrawlLimits>;
}): Promise<App> {
  const { config, clock, log, onStep = () => {} } = options;
  const root = findProjectRoot();

  // Platform
  const connection = await connectDatabase(options.databaseUrl, { max: config.databasePool });
  const { db } = connection;
  await migrate(connection.pool, path.join(root, 'migrations'));
  const metrics = createMetrics();
  const outbox = createOutbox(db, clock, log);
  const ctx: Ctx = { db, clock, log, config, outbox, actor: { kind: 'system' } };
  if (config.demo) await fillDemoWorld(ctx, onStep);

  // Engines
  const knowledge = loadKnowledge();
  const language = createLanguage(knowledge);
  const vectors = loadWordVectors(readWordVectorBytes());
  const neighbours = loadWordNeighbours(readWordNeighbourBytes(), vectors);
  const questions = createQuestionVectors(loadWordVectors(readQuestionVectorBytes()));
  const ranker = createEvidenceRanker({ vectors, concepts: language, questions });
  const languageModel = config.languageModel ? createLanguageModel(config.languageModel, clock, log) : undefined;
  const engines = { ranker, vectors, languageModel, labelOf: language.labelOf, conceptsIn: language.conceptsIn };

  // Modules
  const identity = await createIdentity({
    config,
    db,
    baseUrl: config.publicUrl || `http://${config.host}:${config.port}`,
  });
  const labels = createLabels(language);
  const presentNeed = createNeedPresenter(labels);
  const search = createSearch(ctx, language, {
    neighbours,
    edition: hashOf([readVersion(root), knowledge]),
  });
  const importRuns = await createImportRuns(ctx, language);

  const crawler = createCrawler(ctx, {
    categoriesIn: createCategoriesIn(language),
    limits: options.crawlLimits,
  });

  const notifications = createNotifications(ctx);
  await notifications.start();

  const trimming = keepTrimmed(outbox, clock, log);

  onStep('Reading the listings');
  await search.start();
  const prices = await watchPrices(ctx);
  metrics.gauge('vitrine_indexed_listings', 'Listings that search knows.', () => search.index.size);

  const api = createApi({
    log,
    metrics,
    trustProxy: config.trustProxy,
    makeCtx: async ({ path, headers, log }) => {
      const isForPeople = path.startsWith('/api/');
      return { ...ctx, log, actor: isForPeople ? await identity.actorOf(headers) : { kind: 'visitor' } };
    },
  });
  api.route('/api/v1', identityRoutes(identity));
  api.route('/api/v1', searchRoutes({ search, labels, presentNeed, metrics }));
  api.route('/api/v1', assistantRoutes({ search, engines, presenter: { presentNeed, labels } }));
  api.route('/api/v1', conversationRoutes({ presentNeed, labels }));
  api.route('/api/v1', feedbackRoutes());
  api.route(
    '/api/v1',
    memoryRoutes({
      understand: search.understand,
      describe: (meaning, locale) => describeConstraint(meaning, labels, locale),
    }),
  );
  api.route('/api/v1', knowledgeRoutes({ vectors }));
  api.route('/api/v1', socialRoutes());
  api.route('/api/v1', alertRoutes());
  api.route('/api/v1', notificationRoutes());
  api.route('/api/v1', importRoutes({ runs: importRuns }));
  api.route('/api/v1', sourceRoutes({ crawler, isCategory: (id) => language.concept(`category:${id}`) !== undefined }));
  api.route('/api/v1', catalogRoutes({ labels, taxonomy: createTaxonomy(language) }));
  api.route('/', mediaRoutes());
  api.route(
    '/',
    operationsRoutes({
      api,
      metrics,
      version: readVersion(root),
      countIndexed: () => search.index.size,
      countListings: () => countListings(db),
    }),
  );

  return {
    api,
    ctx,
    async stop() {
      await crawler.stop();
      await importRuns.stop();
      await notifications.stop();
      await prices.stop();
      await search.stop();
      await trimming.stop();
      await connection.close();
    },
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
