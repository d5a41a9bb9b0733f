import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** `eval TASK DIR [--out FILE]`: progress on standard error, one JSON object as the last line of standard output. */

const USAGE = 'usage: eval TASK DIR [--out FILE]';
const BAD_INPUT = 2;
const NOT_BUILT = 3;

type Task = (dir: string, options: { out?: string }) => Promise<Record<string, number>>;

const tasks: Record<string, () => Promise<{ run: Task }>> = {
  search: () => import('./search.ts'),
  constraints: () => import('./constraints.ts'),
  evidence: () => import('./evidence.ts'),
  answers: () => import('./answers.ts'),
  sentiment: () => import('./sentiment.ts'),
  injection: () => import('./injection.ts'),
  router: () => import('./router.ts'),
};
const planned = ['fit', 'highlights', 'outfit', 'auction'];

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
  const [name, dir, ...rest] = positionals;
  if (name === undefined || dir === undefined || rest.length > 0) return refuse(USAGE, BAD_INPUT);
  if (planned.includes(name)) return refuse(`${name} is not built yet`, NOT_BUILT);
  const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (!load) {
    return refuse(`unknown task "${name}"; there are ${[...Object.keys(tasks), ...planned].join(', ')}`, BAD_INPUT);
  }
  if (!existsSync(dir) || !statSync(dir).isDirectory()) return refuse(`${dir} is not a folder`, BAD_INPUT);
  const { run } = await load();
  process.stdout.write(`${JSON.stringify(await run(dir, values))}\n`);
  return 0;
}

function refuse(reason: string, code: number): number {
  process.stderr.write(`${reason.split('\n')[0]}\n`);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = refuse(`eval: ${error instanceof Error ? error.message : String(error)}`, BAD_INPUT);
}
