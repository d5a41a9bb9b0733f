// Finds a Chromium for the browser tests: on the machine, else Playwright's download, else Debian's package (as root).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of an executable browser, or null where none can be had. */
export async function findChromium() {
  const found = () =>
    [process.env.CHROMIUM, ...places, chromium.executablePath()].find((path) => path && existsSync(path));
  if (found()) return found();

  process.stdout.write('No Chromium here; asking Playwright for one\n');
  spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 180_000 });
  if (found()) return found();

  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing chromium with apt-get\n');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: 180_000 });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      timeout: 480_000,
      env: environment,
    });
  }
  return found() ?? null;
}
