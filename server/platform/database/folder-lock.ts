import { mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '#platform/clock';

/** Which process this is; a number alone comes again, in containers at every start. */
const self = `${process.pid} ${Math.round(performance.timeOrigin)}\n`;

/**
 * Waits for a file that only one process can make, and makes it; returns what releases it. The file names its process, so
 * that one left behind by a kill -9 is taken over. Throws after `timeoutMs`.
 */
export async function holdLock(file: string, timeoutMs: number): Promise<() => Promise<void>> {
  await mkdir(path.dirname(file), { recursive: true });
  const deadline = performance.now() + timeoutMs;
  while (!(await make(file))) {
    if (!(await isHeld(file, 2 * timeoutMs))) await rm(file, { force: true });
    else if (performance.now() > deadline)
      throw new Error(`Another process has been starting for too long; if there is none, remove ${file}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return () => rm(file, { force: true });
}

async function make(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(self).finally(() => handle.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isHeld(file: string, oldestMs: number): Promise<boolean> {
  const made = await stat(file).catch(() => null);
  if (!made || systemClock.now() - made.mtimeMs > oldestMs) return false;
  const text = await readFile(file, 'utf8').catch(() => '');
  // Empty: it is being written at this moment.
  if (!text.endsWith('\n') || text === self) return true;
  const pid = Number.parseInt(text, 10);
  return pid !== process.pid && isAlive(pid);
}

/** Whether a process with this number runs, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
