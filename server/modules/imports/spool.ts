import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ImportError } from './errors.ts';

// An upload is kept in a file until its import is done, so that it can be answered at once and read at our own pace.
// The name tells the run and the process whose it is: `imp_01....4711.upload`.

export function spoolFile(folder: string, runId: string): string {
  return path.join(folder, `${runId}.${process.pid}.upload`);
}

/** Writes a body to a file as it comes. Throws `import.too-large` and `import.empty`, leaving no file. */
export async function spool(body: AsyncIterable<Uint8Array>, file: string, maxBytes: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  let size = 0;
  async function* measured() {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > maxBytes) throw ImportError.tooLarge(maxBytes / 1024 / 1024);
      yield chunk;
    }
    if (size === 0) throw ImportError.empty();
  }
  try {
    await pipeline(measured(), createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Removes uploads of processes that are no more; returns the runs they were for. */
export async function clearAbandoned(folder: string): Promise<string[]> {
  const runs: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const match = /^(imp_[0-9a-z]+)\.(\d+)\.upload$/.exec(name);
    if (!match || isRunningElsewhere(Number(match[2]))) continue;
    await rm(path.join(folder, name), { force: true });
    runs.push(match[1]!);
  }
  return runs;
}

/** Our own number is that of a process before us: in a container every process is number 1. */
function isRunningElsewhere(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
