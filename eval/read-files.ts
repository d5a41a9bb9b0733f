import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data a task was given is missing or cannot be read; the message is one line for whoever ran it. */
export class DataError extends Error {}

/** The lines of a file that are not empty, each with its number. */
function* readLines(dir: string, name: string): Generator<[number: number, line: string]> {
  const path = join(dir, name);
  if (!existsSync(path)) throw new DataError(`${path} does not exist`);
  let number = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    number++;
    if (line.trim() !== '') yield [number, line];
  }
}

/** The rows of a JSON Lines file; each must be an object that has the given keys. */
export function readRows<Row extends object>(dir: string, name: string, keys: readonly (keyof Row & string)[]): Row[] {
  const rows: Row[] = [];
  for (const [number, line] of readLines(dir, name)) {
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      throw new DataError(`${join(dir, name)} line ${number} is not JSON`);
    }
    const missing = keys.find((key) => typeof row !== 'object' || row === null || !(key in row));
    if (missing !== undefined) throw new DataError(`${join(dir, name)} line ${number} has no "${missing}"`);
    rows.push(row as Row);
  }
  return rows;
}

/** Judgements by query and document, from a file of `query document grade`, tab-separated. */
export function readJudgements(dir: string, name: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [number, line] of readLines(dir, name)) {
    const [query, document, grade] = line.trim().split('\t');
    if (query === undefined || document === undefined || !Number.isFinite(Number(grade ?? Number.NaN))) {
      throw new DataError(`${join(dir, name)} line ${number} is not "query<tab>document<tab>grade"`);
    }
    const grades = judgements.get(query) ?? new Map<string, number>();
    grades.set(document, Number(grade));
    judgements.set(query, grades);
  }
  return judgements;
}
