import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createManualClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { createLog } from '#platform/log';
import { type App, createApp } from '../server/app.ts';
import { createTestDatabase } from './create-test-database.ts';

export type TestApp = App & {
  clock: ReturnType<typeof createManualClock>;
  databaseUrl: string;
  /** Calls the API in process; a plain object as `json` is sent as a JSON body. */
  request(path: string, options?: RequestInit & { json?: unknown; as?: Person }): Promise<Response>;
  /** A new member, signed in. */
  signUp(name?: string): Promise<Person>;
};

export type Person = { userId: string; name: string; email: string; cookie: string };

const monday = Date.UTC(2026, 0, 5, 9);

/** The whole application on a database of its own, with a clock that stands still. Stop it after the tests. */
export async function createTestApp(
  environment: Record<string, string> = {},
  options: Pick<Parameters<typeof createApp>[0], 'crawlLimits'> = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'vitrine-data-'));
  const config = readConfig({ DEMO: 'off', RATE_LIMITS: 'off', DATABASE_POOL: '6', DATA_DIR: dataDir, ...environment });
  const clock = createManualClock(monday);
  const log = createLog({ level: process.env.TEST_LOG ?? 'silent', format: 'pretty' });
  const app = await createApp({ config, databaseUrl: database.url, clock, log, ...options });
  let people = 0;

  async function request(
    path: string,
    { json, as, ...init }: RequestInit & { json?: unknown; as?: Person } = {},
  ): Promise<Response> {
    const headers = new Headers(init.headers);
    if (as) headers.set('cookie', as.cookie);
    if (json !== undefined) headers.set('content-type', 'application/json');
    const body = json === undefined ? init.body : JSON.stringify(json);
    return app.api.request(path, { ...init, headers, body });
  }

  return {
    ...app,
    clock,
    databaseUrl: database.url,
    request,
    async signUp(name = `Person ${++people}`) {
      const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.org`;
      const response = await request('/api/v1/sign-up', {
        method: 'POST',
        json: { name, email, password: 'a long password' },
      });
      if (response.status !== 201) throw new Error(`Signing up failed: ${await response.text()}`);
      const { user } = (await response.json()) as { user: { id: string } };
      const cookie = response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      return { userId: user.id, name, email, cookie };
    },
    async stop() {
      await app.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
