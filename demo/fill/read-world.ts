import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import {
  type DemoGuide,
  demoCloset,
  demoGuideHead,
  demoListing,
  demoPictures,
  demoProduct,
  demoQuestion,
  demoReview,
  type World,
} from './world.ts';

/** Reads the authored world below `folder` (demo/). Throws, naming file and line, where something is not as it should be. */
export async function readWorld(folder: string): Promise<World> {
  const world = path.join(folder, 'world');
  const [closets, products, listings, reviews, questions, guides, pictures] = await Promise.all([
    readLines(path.join(world, 'closets'), demoCloset),
    readLines(path.join(world, 'products'), demoProduct),
    readLines(path.join(world, 'listings'), demoListing),
    readLines(path.join(world, 'reviews'), demoReview),
    readLines(path.join(world, 'qa'), demoQuestion),
    readGuides(path.join(world, 'guides')),
    readPictures(path.join(folder, 'pictures', 'index.json')),
  ]);
  return { closets, products, listings, reviews, questions, guides, pictures };
}

async function readLines<Schema extends z.ZodType>(folder: string, schema: Schema): Promise<z.output<Schema>[]> {
  const rows: z.output<Schema>[] = [];
  for (const name of await filesOf(folder, '.jsonl')) {
    const lines = (await readFile(path.join(folder, name), 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      rows.push(check(schema, JSON.parse(line), `${name}:${index + 1}`));
    }
  }
  return rows;
}

async function readGuides(folder: string): Promise<DemoGuide[]> {
  const guides: DemoGuide[] = [];
  for (const name of await filesOf(folder, '.md')) {
    const text = await readFile(path.join(folder, name), 'utf8');
    const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(text);
    if (!parts) throw new Error(`${name} has no front matter between two lines of "---".`);
    const head = check(demoGuideHead, parseYaml(parts[1]!), name);
    guides.push({ ...head, slug: path.basename(name, '.md'), body: parts[2]!.trim() });
  }
  return guides;
}

/** A world without drawings is whole: pages show a placeholder. */
async function readPictures(file: string): Promise<World['pictures']> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return check(demoPictures, JSON.parse(text), path.basename(file));
}

async function filesOf(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort();
}

function check<Schema extends z.ZodType>(schema: Schema, value: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`demo world, ${where}: ${issue!.path.join('.')} ${issue!.message}`);
}
