/**
 * Draws the demo world's pictures: `tsx demo/illustrator/render.ts [--only key,key] [--category a,b] [--jobs 1] [--force] [--world dir] [--out dir]`.
 * Only pictures whose inputs changed are drawn again; index.json keeps the content hash of each.
 */

import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';
import { type AltText, describePicture } from './alt-text.ts';
import { composeSheet, type View, viewsOf } from './draw-listing.ts';
import { paintSheet } from './picture.ts';
import type { DemoListing } from './traits.ts';

/** Raise when drawings change for everyone. */
const GENERATION = 1;
const FRONT_WIDTH = 600;
const OTHER_WIDTH = 480;

export interface PictureEntry {
  file: string;
  width: number;
  height: number;
  thumbhash: string;
  view: View;
  alt: AltText;
  hash: string;
}
type PictureIndex = Record<string, PictureEntry[]>;

const here = path.dirname(fileURLToPath(import.meta.url));

function readOption(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
}

async function readListings(folder: string): Promise<DemoListing[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl')).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return texts.flatMap((text) =>
    text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line) as DemoListing),
  ); // our own files, checked by the world's tests
}

export function hashInputs(listing: DemoListing, view: View): string {
  const { key, title, category, department, conditionNote, attributes } = listing;
  return createHash('sha256')
    .update(JSON.stringify([GENERATION, view, key, title, category, department, conditionNote ?? null, attributes]))
    .digest('hex')
    .slice(0, 16);
}

/** Paints and stores one picture. */
async function renderPicture({ listing, view, number }: Task, out: string): Promise<PictureEntry> {
  const width = view === 'front' ? FRONT_WIDTH : OTHER_WIDTH;
  const height = Math.round((width * 4) / 3);
  const raw = await paintSheet(composeSheet(listing, view), width);
  const image = sharp(raw, { raw: { width, height, channels: 3 } });
  const file = `${listing.key}-${number}.webp`;
  await image
    .clone()
    .webp({ quality: view === 'front' ? 74 : 66, effort: 4, smartSubsample: true })
    .toFile(path.join(out, file));
  const small = await image.clone().resize(60, 80).ensureAlpha().raw().toBuffer();
  return {
    file,
    width,
    height,
    thumbhash: Buffer.from(rgbaToThumbHash(60, 80, small)).toString('base64'),
    view,
    alt: describePicture(listing, view),
    hash: hashInputs(listing, view),
  };
}

interface Task {
  listing: DemoListing;
  view: View;
  number: number;
}

async function readIndex(file: string): Promise<PictureIndex> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as PictureIndex;
  } catch {
    return {};
  } // absent on the first run
}

async function writeIndex(file: string, index: PictureIndex): Promise<void> {
  const sorted = Object.fromEntries(Object.entries(index).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(
    `${file}.part`,
    `{\n${Object.entries(sorted)
      .map(([key, entries]) => `${JSON.stringify(key)}:${JSON.stringify(entries)}`)
      .join(',\n')}\n}\n`,
  );
  await rename(`${file}.part`, file);
}

/** Hands pictures to workers one at a time, so a slow one does not hold the others up. */
async function runWorkers(
  tasks: Task[],
  jobs: number,
  out: string,
  done: (task: Task, entry: PictureEntry) => Promise<void>,
): Promise<void> {
  const queue = [...tasks];
  if (jobs <= 1) {
    for (const task of queue) await done(task, await renderPicture(task, out));
    return;
  }
  await Promise.all(
    Array.from({ length: jobs }, () => {
      return new Promise<void>((resolve, reject) => {
        const worker = fork(fileURLToPath(import.meta.url), ['--worker', '--out', out], { execArgv: process.execArgv });
        let current: Task | undefined;
        const next = (): void => {
          current = queue.shift();
          if (current) worker.send(current);
          else worker.disconnect();
        };
        worker.on('message', (entry: PictureEntry) => {
          if (current) done(current, entry).then(next, reject);
        });
        worker.on('exit', (code) => {
          if (code === 0 && !current) resolve();
          else reject(new Error(`A picture worker stopped with code ${code} at ${current?.listing.key ?? 'the end'}.`));
        });
        next();
      });
    }),
  );
}

function serveParent(out: string): void {
  process.on('message', (task: Task) => {
    renderPicture(task, out).then(
      (entry) => (process.connected ? process.send?.(entry) : process.exit(0)),
      (error: unknown) => {
        console.error(task.listing.key, error);
        process.exit(1);
      },
    );
  });
}

/** Forgets pictures of listings that are gone. */
async function prune(index: PictureIndex, listings: DemoListing[], out: string): Promise<void> {
  const known = new Set(listings.map((listing) => listing.key));
  for (const [key, entries] of Object.entries(index)) {
    if (known.has(key)) continue;
    for (const entry of entries) await rm(path.join(out, entry.file), { force: true });
    delete index[key];
  }
}

/** Pictures whose inputs changed; all fronts first, so an unfinished run still shows every listing. */
async function findTasks(index: PictureIndex, listings: DemoListing[], out: string): Promise<Task[]> {
  const [only, categories] = [readOption('only')?.split(','), readOption('category')?.split(',')];
  const present = new Set(await readdir(out));
  const isCurrent = ({ listing, view, number }: Task): boolean =>
    (index[listing.key] ?? []).some(
      (entry) =>
        entry.view === view &&
        entry.file === `${listing.key}-${number}.webp` &&
        entry.hash === hashInputs(listing, view) &&
        present.has(entry.file),
    );
  return listings
    .filter(({ key, category }) => (!only || only.includes(key)) && (!categories || categories.includes(category)))
    .flatMap((listing) => viewsOf(listing).map((view, n): Task => ({ listing, view, number: n + 1 })))
    .filter((task) => process.argv.includes('--force') || !isCurrent(task))
    .sort((a, b) => a.number - b.number);
}

async function main(): Promise<void> {
  sharp.concurrency(1);
  const out = path.resolve(readOption('out') ?? path.join(here, '../pictures'));
  if (process.argv.includes('--worker')) {
    serveParent(out);
    return;
  }
  const world = path.resolve(readOption('world') ?? path.join(here, '../world'));
  await mkdir(out, { recursive: true });
  const indexFile = path.join(out, 'index.json');
  const index = await readIndex(indexFile);
  const listings = await readListings(path.join(world, 'listings'));
  await prune(index, listings, out);
  const tasks = await findTasks(index, listings, out);
  const start = Date.now();
  let finished = 0;
  let saved = start;
  await runWorkers(tasks, Number(readOption('jobs') ?? 1), out, async ({ listing }, entry) => {
    const views = viewsOf(listing);
    const kept = (index[listing.key] ?? []).filter((old) => old.view !== entry.view && views.includes(old.view));
    index[listing.key] = [...kept, entry].sort((a, b) => (a.file < b.file ? -1 : 1));
    finished += 1;
    if (Date.now() - saved < 20_000) return;
    saved = Date.now();
    await writeIndex(indexFile, index);
    console.log(`${finished}/${tasks.length} pictures, ${((saved - start) / 1000 / finished).toFixed(2)} s each`);
  });
  await writeIndex(indexFile, index);
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(`${finished} pictures in ${seconds} s; ${Object.keys(index).length} listings in the index.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
