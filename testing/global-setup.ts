import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connectDatabase, migrate, startEmbeddedPostgres } from '#platform/database';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run, and in it one migrated database that every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-test-'));
  const postgres = await startEmbeddedPostgres(path.join(folder, 'postgres'));
  const stop = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const template = await connectDatabase(postgres.url, { max: 2 });
    await migrate(template.pool, path.resolve('migrations'));
    await template.close();
    project.provide('postgresUrl', postgres.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
