import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** Starts the built program as people do, on an empty folder and a free port, and stops it after the tests. */
export default async function startServer(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-e2e-'));
  const server = spawn(process.execPath, ['bin/vitrine.mjs', 'start'], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, RATE_LIMITS: 'off', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.env.E2E_URL = await new Promise<string>((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      reject(new Error(`The server did not start in time:\n${output}`));
    }, 300_000);
    server.stdout.on('data', (chunk) => {
      output += chunk;
      const address = /is open at (\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    server.on('exit', () => reject(new Error(`The server stopped:\n${output}`)));
  });
  return async () => {
    const ended = new Promise((resolve) => server.on('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
}
