import type { ValueRule } from './import-map.ts';
import { quoted, RowProblem } from './row-problem.ts';

export type Row = Record<string, unknown>;
export type Read = (row: Row) => unknown;

/**
 * How a path finds its value: a field with exactly this name first (columns may have dots and spaces in theirs), else
 * step by step: `seller.name`, `size[0]`, `$.id`. What is not there is undefined.
 */
export function compilePath(path: string): Read {
  const steps = path
    .replace(/^\$\.?/, '')
    .split(/[.[\]]+/)
    .filter((step) => step !== '');
  return (row) => {
    if (Object.hasOwn(row, path)) return row[path];
    let value: unknown = row;
    for (const step of steps) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Record<string, unknown>)[step];
    }
    return value;
  };
}

/** Turns a rule of the map into a function; done once a map, called once a row. Throws `RowProblem` naming `field`. */
export function compileValue(rule: ValueRule, field: string): Read {
  if (typeof rule === 'string') return compilePath(rule);
  if ('constant' in rule) return () => rule.constant;
  const paths = (Array.isArray(rule.from) ? rule.from : [rule.from]).map(compilePath);
  const values = rule.values && new Map(Object.entries(rule.values).map(([key, value]) => [fold(key), value]));
  const convert = conversions[rule.as ?? 'text'];
  const asGiven = rule.as === undefined;

  return (row) => {
    let value = rule.join === undefined ? firstGiven(paths, row) : joined(paths, row, rule.join);
    if (isEmpty(value)) return undefined;
    const translated = values?.get(fold(textOf(value, field)));
    if (translated !== undefined) value = translated;
    else if (rule.otherwise !== undefined) value = rule.otherwise;
    if (value === null || asGiven) return value;
    return convert(value, field, rule.separator ?? ',');
  };
}

function firstGiven(paths: Read[], row: Row): unknown {
  for (const read of paths) {
    const value = read(row);
    if (!isEmpty(value)) return value;
  }
  return undefined;
}

function joined(paths: Read[], row: Row, join: string): string | undefined {
  const parts = paths.map((read) => read(row)).filter((value) => !isEmpty(value));
  return parts.length === 0 ? undefined : parts.map((part) => textOf(part, null)).join(join);
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** A single value as text. Throws for lists and objects. */
export function textOf(value: unknown, field: string | null): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'boolean') return String(value);
  throw new RowProblem(field, `${quoted(value)} is not a single value`);
}

const conversions = {
  text: (value: unknown, field: string) => textOf(value, field),
  number(value: unknown, field: string) {
    const text = textOf(value, field);
    if (!/^[+-]?\d{1,15}(\.\d{1,10})?$/.test(text)) throw new RowProblem(field, `${quoted(value)} is not a number`);
    return Number(text);
  },
  'yes-no'(value: unknown, field: string) {
    const text = fold(textOf(value, field));
    if (['true', 'yes', 'y', '1', 'on'].includes(text)) return true;
    if (['false', 'no', 'n', '0', 'off'].includes(text)) return false;
    throw new RowProblem(field, `${quoted(value)} is neither yes nor no`);
  },
  list(value: unknown, field: string, separator: string) {
    const parts = Array.isArray(value) ? value : textOf(value, field).split(separator);
    return parts.filter((part) => !isEmpty(part)).map((part) => textOf(part, field));
  },
};

function fold(text: string): string {
  return text.trim().toLowerCase();
}
