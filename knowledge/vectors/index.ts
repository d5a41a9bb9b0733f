import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = join('knowledge', 'vectors', 'words-en.bin');

let bytes: Uint8Array | undefined;

/**
 * The bytes of the table of word vectors. The file is looked for upward from this module, so that it is found from the
 * sources and from the bundled server in dist/ alike. Read once.
 */
export function readWordVectorBytes(): Uint8Array {
  if (bytes) return bytes;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, FILE))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${FILE} was not found in any folder above the program`);
    folder = parent;
  }
  bytes = readFileSync(join(folder, FILE));
  return bytes;
}
