import { createHash } from 'node:crypto';
import type { AttributeMap } from '#modules/catalog';
import type { CanonicalValues } from './canonical-values.ts';
import { parseDate } from './date-text.ts';
import type { DateRule, IdRule, PriceRule, ValueRule } from './import-map.ts';
import { parsePrice } from './price-text.ts';
import { compilePath, compileValue, isEmpty, type Read, type Row, textOf } from './read-value.ts';
import { quoted, RowProblem } from './row-problem.ts';

// Each turns a rule into a function from a row to a checked value of ours. Rules that are left out give null.

/** Most characters (code points, as PostgreSQL counts them) of each field; the same as in the migrations. */
const longestAttribute = 500;
const mostAttributes = 100;
const longestId = 200;

type ReadText = (row: Row) => string | null;

export function compileText(rule: ValueRule | undefined, field: string, longest: number): ReadText {
  if (rule === undefined) return () => null;
  const read = compileValue(rule, field);
  return (row) => {
    const value = read(row);
    return isEmpty(value) ? null : checkText(textOf(value, field), field, longest);
  };
}

export function compileRequiredText(rule: ValueRule, field: string, longest: number): (row: Row) => string {
  const read = compileText(rule, field, longest);
  return (row) => {
    const text = read(row);
    if (text === null) throw new RowProblem(field, 'is empty');
    return text;
  };
}

export function checkText(text: string, field: string, longest: number): string {
  if (text.includes('\0')) throw new RowProblem(field, 'has a NUL character');
  if (!text.isWellFormed()) throw new RowProblem(field, 'has half a character (a lone surrogate)');
  if (text.length > longest) {
    const length = [...text].length;
    if (length > longest) throw new RowProblem(field, `has ${length} characters; at most ${longest} are kept`);
  }
  return text;
}

/** One of the allowed words; the lexicon is asked what else it may be called (`facet`), before it is refused. */
export function compileChoice<Choice extends string>(
  rule: ValueRule | undefined,
  field: string,
  allowed: readonly Choice[],
  options: { facet: string; values: CanonicalValues } | null = null,
): (row: Row) => Choice | null {
  const read = compileText(rule, field, 200);
  const byName = new Map<string, Choice>(allowed.map((choice) => [choice.toLowerCase(), choice]));
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const resolved = options?.values.best(options.facet, text);
    const choice = byName.get(text.toLowerCase()) ?? (resolved ? byName.get(resolved) : undefined);
    if (choice === undefined) throw new RowProblem(field, `${quoted(text)} is none of ${allowed.join(', ')}`);
    return choice;
  };
}

export function compileWholeNumber(
  rule: ValueRule | undefined,
  field: string,
  { min, max }: { min: number; max: number },
): (row: Row) => number | null {
  const read = compileText(rule, field, 200);
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const number = /^[+-]?\d{1,15}(\.0*)?$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= min && number <= max))
      throw new RowProblem(field, `${quoted(text)} is not a whole number from ${min} to ${max}`);
    return number;
  };
}

export function compileYesNo(rule: ValueRule | undefined, field: string): (row: Row) => boolean | null {
  if (rule === undefined) return () => null;
  const asYesNo = typeof rule === 'string' ? { from: rule, as: 'yes-no' as const } : rule;
  const read = compileValue('from' in asYesNo ? { ...asYesNo, as: 'yes-no' } : asYesNo, field);
  return (row) => {
    const value = read(row);
    return isEmpty(value) ? null : value === true;
  };
}

export function compileDate(rule: DateRule | undefined, field: string, now: number): (row: Row) => Date | null {
  if (rule === undefined) return () => null;
  const { from, format = 'iso' } = typeof rule === 'string' ? { from: rule } : rule;
  const read = compilePath(from);
  return (row) => {
    const value = read(row);
    return isEmpty(value) ? null : parseDate(value, format, now, field);
  };
}

export type Price = { minor: number; currency: string };

/** A price, with the currency of the rule, of a field, or `fallback`. */
export function compilePrice(rule: PriceRule | undefined, field: string, fallback: string): (row: Row) => Price | null {
  if (rule === undefined) return () => null;
  const { currency } = rule;
  const readAmount = rule.from === undefined ? () => rule.constant : compilePath(rule.from);
  const readCurrency: ReadText =
    typeof currency === 'object' ? compileText(currency, field, 20) : () => currency ?? fallback;
  return (row) => {
    const amount = readAmount(row);
    if (isEmpty(amount)) return null;
    const code = (readCurrency(row) ?? fallback).toUpperCase();
    return { minor: parsePrice(amount, code, field), currency: code };
  };
}

/** Ids as the file has them, or 128 bits of SHA-256 over fields, each with its length before it. */
export function compileId(rule: IdRule, field: string): (row: Row) => string {
  if (typeof rule === 'object' && 'hash' in rule) {
    const reads = rule.hash.map(compilePath);
    return (row) => {
      const parts = reads.map((read) => {
        const value = read(row);
        return isEmpty(value) ? '' : typeof value === 'object' ? JSON.stringify(value) : textOf(value, field);
      });
      if (parts.every((part) => part === '')) throw new RowProblem(field, 'is empty');
      const hash = createHash('sha256');
      for (const part of parts) hash.update(`${part.length} ${part}`);
      return hash.digest('hex').slice(0, 32);
    };
  }
  return compileRequiredText(rule, field, longestId);
}

/** A list of texts; a single text is a list of one. */
export function compileList(
  rule: ValueRule | undefined,
  field: string,
  limits: { most: number; longest: number },
): (row: Row) => string[] {
  if (rule === undefined) return () => [];
  const read = compileValue(rule, field);
  return (row) => {
    const value = read(row);
    if (isEmpty(value)) return [];
    const parts = (Array.isArray(value) ? value : [value]).filter((part) => !isEmpty(part));
    return parts.slice(0, limits.most).map((part) => checkText(textOf(part, field), field, limits.longest));
  };
}

/** Attributes: texts in the lexicon's words where it has them, numbers, yes and no, lists of texts. */
export function compileAttributes(
  rules: Record<string, ValueRule> | undefined,
  values: CanonicalValues,
): (row: Row) => AttributeMap {
  if (rules === undefined) return () => ({});
  const single = Object.entries(rules).filter(([key]) => key !== '*');
  const reads: [string, Read][] = single.map(([key, rule]) => [key, compileValue(rule, `attributes.${key}`)]);
  const readAll = rules['*'] === undefined ? null : compileValue(rules['*'], 'attributes');
  return (row) => {
    const attributes: AttributeMap = {};
    const all = readAll?.(row);
    if (!isEmpty(all)) {
      if (typeof all !== 'object' || Array.isArray(all)) throw new RowProblem('attributes', 'is not an object');
      for (const [key, value] of Object.entries(all as object)) add(key, value);
    }
    for (const [key, read] of reads) add(key, read(row));
    if (Object.keys(attributes).length > mostAttributes)
      throw new RowProblem('attributes', `has more than ${mostAttributes} entries`);
    return attributes;

    function add(key: string, value: unknown): void {
      const field = `attributes.${key}`;
      if (isEmpty(value)) return;
      if (key === '__proto__' || key.length > 60) throw new RowProblem('attributes', `${quoted(key)} is not a name`);
      checkText(key, 'attributes', 60);
      if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) attributes[key] = value;
      else if (Array.isArray(value)) attributes[key] = value.slice(0, 50).map((part) => textValue(key, part, field));
      else attributes[key] = textValue(key, value, field);
    }
  };

  function textValue(key: string, value: unknown, field: string): string {
    return values.named(key, checkText(textOf(value, field), field, longestAttribute));
  }
}

/** The entries of a list in the row, or the row itself. */
export function compileEntries(each: string | undefined, field: string): (row: Row) => Row[] {
  if (each === undefined) return (row) => [row];
  const read = compilePath(each);
  return (row) => {
    const value = read(row);
    if (isEmpty(value)) return [];
    if (!Array.isArray(value)) throw new RowProblem(field, `${each} is not a list`);
    return value.filter((entry): entry is Row => typeof entry === 'object' && entry !== null && !Array.isArray(entry));
  };
}
