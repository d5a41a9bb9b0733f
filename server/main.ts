import path from 'node:path';
import { describeFailure } from './describe-failure.ts';
import { startApp } from './start-app.ts';

/** Environment -> app -> listen -> stop. */
async function main(): Promise<void> {
  let stopping = false;
  const starting = startApp(process.env, (step) => {
    if (stopping) throw new Error('Stopped while starting.');
    process.stdout.write(`${step}\n`);
  });
  // A start that is cut short leaves no database running behind it; whoever cannot wait asks twice.
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write('\nStopping\n');
    const app = await starting.catch(() => null);
    await app?.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const app = await starting.catch((error) => {
    if (!stopping) throw error;
  });
  if (app && !stopping) process.stdout.write(`\nVitrine is open at ${app.address}\n`);
}

// Whoever read our output may go away first; that is no reason to stop serving.
process.stdout.on('error', () => {});

main().catch((error) => {
  process.stderr.write(`${describeFailure(error, path.resolve(process.env.DATA_DIR ?? './data'))}\n`);
  process.exit(1);
});
