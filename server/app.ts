import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createIdentity, identityRoutes } from '#modules/identity';
import { operationsRoutes } from '#modules/operations';
import { type Clock, systemClock } from '#platform/clock';
import { type Config, findProjectRoot, readConfig, readVersion } from '#platform/config';
import type { Ctx } from '#platform/context';
import { connectDatabase, migrate, startEmbeddedPostgres } from '#platform/database';
import { type ApiRouter, createApi, listen } from '#platform/http';
import { createLog, type Logger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import { createOutbox } from '#platform/outbox';
import { loadPages } from './pages.ts';

export type App = {
  api: ApiRouter;
  /** The program itself, for the command line, the demo and jobs. */
  ctx: Ctx;
  stop(): Promise<void>;
};

type Step = (step: string) => void;

/** The only wiring: each module is made once, its routes are mounted once. */
export async function createApp(options: {
  config: Config;
  databaseUrl: string;
  clock: Clock;
  log: Logger;
  onStep?: Step;
}): Promise<App> {
  const { config, clock, log } = options;
  const root = findProjectRoot();
  const connection = await connectDatabase(options.databaseUrl, { max: config.databasePool });
  await migrate(connection.pool, path.join(root, 'migrations'));

  const { db } = connection;
  const metrics = createMetrics();
  const outbox = createOutbox(db, clock, log);
  const ctx: Ctx = { db, clock, log, config, outbox, actor: { kind: 'system' } };
  const baseUrl = config.publicUrl || `http://${config.host}:${config.port}`;
  const identity = await createIdentity({ config, db, baseUrl });

  const api = createApi({
    log,
    metrics,
    trustProxy: config.trustProxy,
    makeCtx: async ({ headers, log }) => ({ ...ctx, log, actor: await identity.actorOf(headers) }),
  });
  api.route('/api/v1', identityRoutes(identity));
  api.route(
    '/',
    operationsRoutes({ metrics, version: readVersion(root), countIndexed: () => 0, countListings: async () => 0 }),
  );

  return {
    api,
    ctx,
    async stop() {
      await connection.close();
    },
  };
}

/** The whole program: settings, database, app, web pages, HTTP server. */
export async function startApp(
  environment: NodeJS.ProcessEnv,
  onStep: Step,
): Promise<{ address: string; stop(): Promise<void> }> {
  const config = readConfig(environment);
  const log = createLog({ level: config.logLevel, format: config.logFormat });
  await proveWritable(config.dataDir);
  const postgres = config.databaseUrl
    ? null
    : await startEmbeddedPostgres(path.join(config.dataDir, 'postgres'), onStep);
  try {
    const app = await createApp({
      config,
      databaseUrl: postgres?.url ?? config.databaseUrl,
      clock: systemClock,
      log,
      onStep,
    });
    const pages = await loadPages(app.api, environment);
    const server = await listen({ port: config.port, host: config.host, onRequest: pages.onRequest });
    return {
      address: server.address,
      async stop() {
        await server.stop();
        await pages.stop();
        await app.stop();
        await postgres?.stop();
      },
    };
  } catch (error) {
    await postgres?.stop();
    throw error;
  }
}

async function proveWritable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const probe = path.join(folder, '.writable');
  await writeFile(probe, '');
  await rm(probe);
}
