import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed program: where package.json, migrations/ and demo/ are, from source or from dist/. */
export function findProjectRoot(from = path.dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) && existsSync(path.join(folder, 'migrations'))) return folder;
    if (path.dirname(folder) === folder) throw new Error(`No Vitrine installation above ${from}.`);
  }
}

/** The program's version, from package.json. */
export function readVersion(root = findProjectRoot()): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}
