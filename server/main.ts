import path from 'node:path';
import { describeFailure } from './describe-failure.ts';
import { startApp } from './start-app.ts';

/** Environment -> app -> listen -> stop. */
async function main(): Promise<void> {
  const app = await startApp(process.env, (step) => process.stdout.write(`${step}\n`));
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    process.stdout.write('\nStopping\n');
    await app.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.stdout.write(`\nVitrine is open at ${app.address}\n`);
}

// Whoever read our output may go away first; that is no reason to stop serving.
process.stdout.on('error', () => {});

main().catch((error) => {
  process.stderr.write(`${describeFailure(error, path.resolve(process.env.DATA_DIR ?? './data'))}\n`);
  process.exit(1);
});
