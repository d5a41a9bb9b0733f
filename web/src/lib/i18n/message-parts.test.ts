import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMessages, type MessagePart, messageParts } from './translate';

const sources = fileURLToPath(new URL('../../', import.meta.url));
const routes = path.join(sources, 'routes');
const all: MessagePart[] = ['shared', 'results', 'answer', 'ask', 'listing', 'home', 'pages', 'voices'];
const anyImport = /(?:from |import |import\()['"]([^'"]+)['"]/g;
const partOf = new Map<string, MessagePart>();

/** A file of ours that another one imports; nothing for packages, styles and what only the server runs. */
function resolveImport(from: string, name: string): string | undefined {
  const base = name.startsWith('$lib/') ? path.join(sources, 'lib', name.slice(5)) : path.resolve(from, '..', name);
  if (!name.startsWith('$lib') && !name.startsWith('.')) return undefined;
  const found = ['', '.ts', '.svelte', '/index.ts']
    .map((end) => base + end)
    .find((file) => /\.(ts|svelte)$/.test(file) && existsSync(file));
  return found?.endsWith('.server.ts') ? undefined : found;
}

/** What these files and all that they import may say: whole keys, and keys that begin as a template does. */
function keysSaid(files: string[]): string[] {
  const seen = new Set(files);
  const keys = new Set<string>();
  for (const file of seen) {
    const source = readFileSync(file, 'utf8');
    for (const [, key] of source.matchAll(/['"]([a-zA-Z]+\.[\w.-]+)['"]/g)) if (partOf.has(key!)) keys.add(key!);
    for (const [, start] of source.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g))
      for (const key of partOf.keys()) if (key.startsWith(start!)) keys.add(key);
    for (const [, name] of source.matchAll(anyImport)) {
      const imported = resolveImport(file, name!);
      if (imported) seen.add(imported);
    }
  }
  return [...keys];
}

describe('a page says only what the parts of the messages that it loads hold', () => {
  beforeAll(async () => {
    for (const part of all)
      for (const key of Object.keys(await loadMessages('en', part))) if (!partOf.has(key)) partOf.set(key, part);
  });

  test('the frame of every page and the error page', () => {
    const said = keysSaid([path.join(routes, '+layout.svelte'), path.join(routes, '+error.svelte')]);
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter((key) => partOf.get(key) !== 'shared')).toEqual([]);
  });

  for (const file of readdirSync(routes, { recursive: true, encoding: 'utf8' }).filter(
    (name) => path.basename(name) === '+page.svelte',
  )) {
    const routeId = path.join('/', path.dirname(file));
    test(routeId, () => {
      const loaded = messageParts(routeId);
      if (routeId === '/search') loaded.push('answer');
      const said = keysSaid(
        [file, file.replace('.svelte', '.ts'), file.replace('.svelte', '.server.ts')]
          .map((name) => path.join(routes, name))
          .filter(existsSync),
      );
      expect(said.length).toBeGreaterThan(2);
      expect(said.filter((key) => !loaded.includes(partOf.get(key)!))).toEqual([]);
    });
  }
});
