// `npm run check`: everything that can be said without running the program. Each tool's output is shown only if it fails.
import { spawn } from 'node:child_process';

const checks = [
  ['biome', 'biome', ['check', '--error-on-warnings', '.']],
  ['svelte-kit sync', 'svelte-kit', ['sync'], 'web'],
  ['tsc', 'tsc', ['--noEmit', '-p', '.']],
  ['svelte-check', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'], 'web'],
  ['prettier', 'prettier', ['--check', '--log-level', 'warn', 'web/src/**/*.svelte']],
  [
    'dependency-cruiser',
    'depcruise',
    ['--config', '.dependency-cruiser.mjs', 'server', 'contract', 'knowledge', 'web/src'],
  ],
];

let failed = 0;
for (const [name, command, args, cwd = '.'] of checks) {
  const started = performance.now();
  const { code, output } = await run(command, args, cwd);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (code !== 0) {
    failed++;
    process.stdout.write(`${output.trim()}\n`);
  }
}
process.exitCode = failed === 0 ? 0 : 1;

function run(command, args, cwd) {
  return new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', command, ...args], { cwd, env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code, output }));
  });
}
