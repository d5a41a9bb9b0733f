import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { startEmbeddedPostgres } from '#platform/database';
import { listen } from '#platform/http';
import { createLog } from '#platform/log';
import { type App, createApp } from './app.ts';
import { loadPages } from './pages.ts';

/** The whole program: settings, database, app, web pages, HTTP server. `onStep` hears of what can take long; where it throws, the start ends. */
export async function startApp(
  environment: NodeJS.ProcessEnv,
  onStep: (step: string) => void,
): Promise<{ address: string; stop(): Promise<void> }> {
  const config = readConfig(environment);
  const log = createLog({ level: config.logLevel, format: config.logFormat });
  await proveWritable(config.dataDir);
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres(path.join(config.dataDir, 'postgres'), onStep);
  let app: App | null = null;
  try {
    const databaseUrl = embedded?.url ?? config.databaseUrl;
    const running = await createApp({ config, databaseUrl, clock: systemClock, log, onStep });
    app = running;
    const pages = await loadPages(running.api, environment, config, log);
    const server = await listen({ port: config.port, host: config.host, onRequest: pages.onRequest });
    return {
      address: server.address,
      async stop() {
        await server.stop();
        await pages.stop();
        await running.stop();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await app?.stop();
    await embedded?.stop();
    throw error;
  }
}

async function proveWritable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const probe = path.join(folder, `.writable.${process.pid}`);
  await writeFile(probe, '');
  await rm(probe, { force: true });
}
