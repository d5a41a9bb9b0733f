import { parseArgs } from 'node:util';

/** `bench NAME [--data DIR] [--listings N]`: a table on standard error, one JSON object as the last line of standard output. */

const USAGE = 'usage: bench NAME [--data DIR] [--listings N]';
const BAD_INPUT = 2;

type Bench = (options: { data?: string; listings?: string }) => Promise<object>;

const benches: Record<string, () => Promise<{ run: Bench }>> = {
  import: () => import('./import.ts'),
  search: () => import('./search.ts'),
  'search-scale': () => import('./search-scale.ts'),
  pages: () => import('./pages.ts'),
  assistant: () => import('./assistant.ts'),
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, listings: { type: 'string' } },
  });
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) return refuse(USAGE);
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!load) return refuse(`unknown bench "${name}"; there are ${Object.keys(benches).join(', ')}`);
  const { run } = await load();
  process.stdout.write(`${JSON.stringify(await run(values))}\n`);
  return 0;
}

function refuse(reason: string): number {
  process.stderr.write(`${reason.split('\n')[0]}\n`);
  return BAD_INPUT;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = refuse(`bench: ${error instanceof Error ? error.message : String(error)}`);
}
