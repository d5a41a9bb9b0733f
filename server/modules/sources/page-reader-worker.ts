import { parentPort } from 'node:worker_threads';
import { type ReadPage, readPage } from './read-page.ts';

export type WorkerAnswer = { page: ReadPage } | { failed: string };

// The other end of page-reader.ts: it says that it is there, then one page in, its text out.
parentPort?.on('message', (html: string) => {
  let answer: WorkerAnswer;
  try {
    answer = { page: readPage(html) };
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
parentPort?.postMessage('ready');
