import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { findProjectRoot } from '#platform/config';
import { AppError } from '#platform/errors';
import { type ImportMap, parseImportMap } from './import-map.ts';

function folder(): string {
  return path.join(findProjectRoot(), 'docs', 'import-examples');
}

/** The maps that ship with the program, by name: `vestiaire` is docs/import-examples/vestiaire.json. */
export async function readExampleMap(name: string): Promise<ImportMap> {
  const files = (await readdir(folder()).catch(() => [])).filter((file) => file.endsWith('.json'));
  if (!files.includes(`${name}.json`)) {
    const known = files.map((file) => file.replace(/\.json$/, '')).join(', ');
    const detail = `There is no map called "${name}"; there are ${known}.`;
    throw new AppError('import.unknown-map', 422, detail, { fields: [{ pointer: '?map', detail }] });
  }
  return parseMapText(await readFile(path.join(folder(), `${name}.json`), 'utf8'));
}

/** A map as JSON text. Throws `import.bad-map`. */
export function parseMapText(text: string): ImportMap {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new AppError('import.bad-map', 422, `The map is not JSON: ${(error as Error).message}`);
  }
  return parseImportMap(given);
}
