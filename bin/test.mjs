// `npm test`: checks, unit and integration tests, the production build, and the tests in a real browser.
// The last line counts what ran: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findChromium } from './find-chromium.mjs';

const reports = 'reports';
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

let passed = 0;
let failed = 0;
let skipped = 0;

await step('Checks', async () => {
  const code = await run(process.execPath, ['bin/check.mjs']);
  count({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
});

await step('Unit and integration tests', async () => {
  const file = `${reports}/vitest.json`;
  const code = await run('npx', [
    '--no-install',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = await readJson(file);
  count({
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
  // A file that cannot be loaded, or an error outside any test, has no failed test to count.
  if (code !== 0 && !report?.numFailedTests) count({ failed: 1 });
});

await step('Production build', async () => {
  const code = await run(process.execPath, ['bin/build.mjs']);
  count({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
});

await step('Browser tests', async () => {
  const browser = await findChromium();
  if (!browser) {
    process.stdout.write(
      '\n!!! NO CHROMIUM: the browser tests did not run. Install it (apt-get install chromium) or set CHROMIUM=/path.\n\n',
    );
    count(process.env.CI ? { failed: 1 } : { skipped: 1 });
    return;
  }
  const file = `${reports}/playwright.json`;
  const code = await run('npx', ['--no-install', 'playwright', 'test', '--config', 'e2e/playwright.config.ts'], {
    CHROMIUM: browser,
    // Playwright takes a relative name from the folder of its settings.
    PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(file),
  });
  const stats = (await readJson(file))?.stats;
  count({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
  if (code !== 0 && !stats?.unexpected) count({ failed: 1 });
});

process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function step(title, work) {
  const started = performance.now();
  process.stdout.write(`\n== ${title}\n`);
  await work();
  process.stdout.write(`== ${title}: ${((performance.now() - started) / 1000).toFixed(0)} s\n`);
}

function count(more) {
  passed += more.passed ?? 0;
  failed += more.failed ?? 0;
  skipped += more.skipped ?? 0;
}

function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('close', (code) => resolve(code ?? 1));
    child.on('error', () => resolve(1));
  });
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
