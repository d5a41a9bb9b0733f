import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export type RunningServer = {
  address: string;
  dataDir: string;
  /** Milliseconds from the start of the process until it was open. */
  startedMs: number;
  /** Resident memory of the server's process (not of PostgreSQL), in MiB; 0 where the system does not say. */
  residentMiB(): Promise<number>;
  stop(): Promise<void>;
};

const openTimeoutMs = 300_000;

/**
 * The built program on a folder of its own (or a given one), on a free port of 127.0.0.1; with `onOneCore` it and its
 * database are pinned to one core where that can be done.
 */
export async function runServer(
  environment: Record<string, string> = {},
  dataDir?: string,
  { onOneCore = true } = {},
): Promise<RunningServer> {
  const folder = dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'vitrine-bench-')));
  const began = performance.now();
  const program = [process.execPath, 'bin/vitrine.mjs', 'start'];
  const pinned = onOneCore && existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', '0', ...program] : program;
  const child = spawn(pinned[0]!, pinned.slice(1), {
    env: { ...process.env, PORT: '0', RATE_LIMITS: 'off', LOG_LEVEL: 'warn', DATA_DIR: folder, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await untilOpen(child);
  return {
    address,
    dataDir: folder,
    startedMs: performance.now() - began,
    residentMiB: () => residentMiB(child.pid!),
    async stop() {
      const ended = new Promise((resolve) => child.on('close', resolve));
      child.kill('SIGTERM');
      await ended;
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function untilOpen(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the server did not open in time'));
    }, openTimeoutMs);
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const address = /is open at (\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.on('close', () => reject(new Error(`the server stopped: ${output.trim().split('\n').at(-1)}`)));
  });
}

async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
