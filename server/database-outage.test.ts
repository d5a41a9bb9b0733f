import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { createLog } from '#platform/log';
import { createTestDatabase } from '#testing';
import { type App, createApp } from './app.ts';

/** A way to the database that can be cut. */
async function openGate(to: URL) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        near.destroy();
        far.destroy();
        sockets.delete(socket);
      });
    }
    near.pipe(far).pipe(near);
  });
  const open = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await open(0);
  const { port } = server.address() as { port: number };
  return {
    port,
    open: () => open(port),
    async shut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

describe('while the database does not answer', () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  let gate: Awaited<ReturnType<typeof openGate>>;
  let folder: string;
  let app: App;
  const logged: string[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    const url = new URL(database.url);
    gate = await openGate(new URL(database.url));
    url.port = String(gate.port);
    folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-outage-'));
    const config = readConfig({ DEMO: 'off', RATE_LIMITS: 'off', DATA_DIR: folder });
    const log = createLog({ level: 'silent', format: 'json' });
    log.error = (...told: unknown[]) => logged.push(String(told.at(-1)));
    app = await createApp({ config, databaseUrl: url.href, clock: systemClock, log });
  });
  afterAll(async () => {
    await app.stop();
    await gate.shut();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const send = (path: string, init: { method?: string; json?: unknown; cookie?: string } = {}) =>
    app.api.request(path, {
      method: init.method ?? 'GET',
      headers: {
        ...(init.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(init.cookie === undefined ? {} : { cookie: init.cookie }),
      },
      body: init.json === undefined ? undefined : JSON.stringify(init.json),
    });
  const person = { email: 'someone@example.org', password: 'a long password' };

  test('everything says so with 503 and when to come back, and works again once it does', async () => {
    const joined = await send('/api/v1/sign-up', { method: 'POST', json: { name: 'Someone', ...person } });
    const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!;
    const ask = () => [
      send('/api/v1/health'),
      send('/api/v1/feed'),
      send('/api/v1/listings/one'),
      send('/api/v1/me', { cookie }),
      send('/api/v1/sign-in', { method: 'POST', json: person }),
      send('/api/v1/sign-up', { method: 'POST', json: { name: 'Else', ...person, email: 'else@example.org' } }),
    ];

    await gate.shut();
    for (const response of await Promise.all(ask())) {
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'service.unavailable', status: 503 });
    }
    const told = logged.length;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // Three follow the outbox; asking five times a second they would fail more than twenty times.
    expect(logged.length - told, 'what waits asks less and less often').toBeLessThan(12);

    await gate.open();
    await vi.waitFor(async () => expect((await send('/api/v1/health')).status).toBe(200), { timeout: 10_000 });
    const statuses = (await Promise.all(ask())).map((response) => response.status);
    expect(statuses).toEqual([200, 200, 404, 200, 200, 201]);
  });

  test('an import ends as failed, and says so once the database is back', async () => {
    const joined = await send('/api/v1/sign-up', {
      method: 'POST',
      json: { ...person, name: 'Seller', email: 'seller@example.org' },
    });
    const cookie = joined.headers.getSetCookie()[0]!.split(';')[0]!;
    await send('/api/v1/closets', {
      method: 'POST',
      cookie,
      json: { handle: 'outage', name: 'Outage', language: 'en' },
    });
    const rows = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, title: `Hat ${id}`, price: '5.00' }));
    const started = await app.api.request('/api/v1/imports?format=jsonl', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-ndjson' },
      body: rows.join('\n'),
    });
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as { id: string };
    await gate.shut();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await gate.open();
    await vi.waitFor(
      async () => {
        const run = (await (await send(`/api/v1/imports/${id}`, { cookie })).json()) as { status: string };
        expect(run.status).toBe('failed');
      },
      { timeout: 15_000, interval: 200 },
    );
    expect(await readdir(path.join(folder, 'imports'))).toEqual([]);
  });
});
