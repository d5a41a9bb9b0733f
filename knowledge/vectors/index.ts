import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join('knowledge', 'vectors');

const tables = new Map<string, Uint8Array>();

/** The bytes of the table of word vectors. */
export function readWordVectorBytes(): Uint8Array {
  return readTable('words-en.bin');
}

/** The bytes of the table of vectors of the features of questions. */
export function readQuestionVectorBytes(): Uint8Array {
  return readTable('questions.bin');
}

/** The bytes of the table of every word's nearest words. */
export function readWordNeighbourBytes(): Uint8Array {
  return readTable('neighbours-en.bin');
}

/**
 * A file of this folder, which is looked for upward from this module, so that it is found from the sources and from the
 * bundled server in dist/ alike. Read once.
 */
function readTable(name: string): Uint8Array {
  const known = tables.get(name);
  if (known) return known;
  const file = join(FOLDER, name);
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, file))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${file} was not found in any folder above the program`);
    folder = parent;
  }
  const bytes = readFileSync(join(folder, file));
  tables.set(name, bytes);
  return bytes;
}
