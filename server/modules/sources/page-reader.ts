import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { PageProblem } from './page-problem.ts';
import type { WorkerAnswer } from './page-reader-worker.ts';
import type { ReadPage } from './read-page.ts';

export type PageReader = {
  /** Throws `PageProblem` where the page cannot be taken apart within the time. */
  read(html: string): Promise<ReadPage>;
  close(): Promise<void>;
};

const memoryMebibytes = 256;
const startMs = 20_000;
const idleMs = 30_000;

/**
 * Takes pages apart in a thread of its own, so that a large or hostile page keeps nobody waiting and can be given up. One
 * page at a time; the thread ends when there has been none for a while.
 */
export function createPageReader(timeoutMs: number): PageReader {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function drop(): Promise<void> {
    clearTimeout(idle);
    const dropped = worker;
    worker = null;
    await dropped?.terminate();
  }

  async function readNow(html: string): Promise<ReadPage> {
    clearTimeout(idle);
    try {
      worker ??= await startWorker();
      worker.postMessage(html);
      const [answer] = (await once(worker, 'message', { signal: AbortSignal.timeout(timeoutMs) })) as [WorkerAnswer];
      idle = setTimeout(drop, idleMs).unref();
      if ('page' in answer) return answer.page;
      throw new PageProblem('broken', 'is too large or too tangled to be read');
    } catch (error) {
      if (error instanceof PageProblem) throw error;
      await drop();
      throw new PageProblem('broken', `could not be read within ${timeoutMs / 1000} s and ${memoryMebibytes} MiB`);
    }
  }

  return {
    read(html) {
      const reading = last.then(() => readNow(html));
      last = reading.catch(() => {});
      return reading;
    },
    close: drop,
  };
}

/** Resolves when the thread has said that it is there. */
async function startWorker(): Promise<Worker> {
  const options = { resourceLimits: { maxOldGenerationSizeMb: memoryMebibytes }, execArgv: [] };
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(loadSource(new URL('./page-reader-worker.ts', import.meta.url)), { ...options, eval: true })
    : new Worker(new URL('./page-reader-worker.js', import.meta.url), options);
  // Who waits for an answer hears of it; between two pages nobody does.
  worker.on('error', () => {});
  worker.unref();
  await once(worker, 'message', { signal: AbortSignal.timeout(startMs) });
  return worker;
}

/** From source a thread needs the loader that reads TypeScript; a build has the thread's file beside its others. */
function loadSource(file: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); })`;
}
