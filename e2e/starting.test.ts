import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';

/** Runs the program as people do; resolves with its output once it is open, or once it has ended. */
function start(environment: Record<string, string>): {
  process: ChildProcess;
  settled: Promise<{ address: string | null; output: string; code: number | null; ms: number }>;
} {
  const began = performance.now();
  const child = spawn(process.execPath, ['bin/vitrine.mjs', 'start'], {
    env: { ...process.env, PORT: '0', DEMO: 'off', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const settled = new Promise<{ address: string | null; output: string; code: number | null; ms: number }>(
    (resolve) => {
      let output = '';
      const hear = (chunk: Buffer) => {
        output += chunk;
        const address = /is open at (\S+)/.exec(output)?.[1];
        if (address) resolve({ address, output, code: null, ms: performance.now() - began });
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('close', (code) => resolve({ address: null, output, code, ms: performance.now() - began }));
    },
  );
  return { process: child, settled };
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('close', resolve));

test.describe('starting the program', () => {
  let folder: string;
  test.beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vitrine-start-'));
  });
  test.afterEach(() => rm(folder, { recursive: true, force: true }));

  test('it opens on an empty folder, survives a kill -9, opens again on the same database and stops on Ctrl-C', async () => {
    const first = start({ DATA_DIR: folder });
    const opened = await first.settled;
    expect(opened.address, opened.output).not.toBeNull();
    expect((await fetch(`${opened.address}/api/v1/health`)).status).toBe(200);
    const gone = ended(first.process);
    first.process.kill('SIGKILL');
    await gone;

    const second = start({ DATA_DIR: folder });
    const reopened = await second.settled;
    expect(reopened.address, reopened.output).not.toBeNull();
    expect(reopened.output).not.toContain('Creating the database');
    const stopped = ended(second.process);
    second.process.kill('SIGINT');
    expect(await stopped).toBe(0);
  });

  test('a taken port is one clear line', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { output, code } = await start({ DATA_DIR: folder, PORT: String(port) }).settled;
    expect(code).toBe(1);
    expect(output.trim().split('\n').at(-1)).toContain(`Port ${port} on 127.0.0.1 is taken`);
    server.close();
  });

  test('a folder that cannot be written is one clear line', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const { output, code } = await start({ DATA_DIR: path.join(folder, 'file', 'data') }).settled;
    expect(code).toBe(1);
    expect(output).toContain('cannot be written');
    expect(output).not.toContain('    at ');
  });

  test('a wrong DATABASE_URL is one clear line', async () => {
    const { output, code } = await start({ DATA_DIR: folder, DATABASE_URL: 'postgres://nobody:none@127.0.0.1:9/none' })
      .settled;
    expect(code).toBe(1);
    expect(output.trim().split('\n').at(-1)).toContain('no PostgreSQL answers there');
    expect(output).not.toContain('    at ');
  });

  test('a broken setting is one clear line', async () => {
    const { output, code } = await start({ DATA_DIR: folder, PORT: 'high' }).settled;
    expect(code).toBe(1);
    expect(output.trim()).toBe('PORT=high: must be a whole number from 0 to 65535');
  });
});
