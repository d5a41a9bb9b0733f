import type { SizeValue } from './need.ts';

const SYSTEM_NAMES: Record<string, string> = {
  international: 'INT',
  intl: 'INT',
  int: 'INT',
  letter: 'INT',
  us: 'US',
  usa: 'US',
  uk: 'UK',
  gb: 'UK',
  eu: 'EU',
  eur: 'EU',
  it: 'IT',
  ita: 'IT',
  fr: 'FR',
  jp: 'JP',
  au: 'AU',
  de: 'DE',
  wl: 'WL',
  one: 'ONE',
  unique: 'ONE',
  'one size': 'ONE',
  ans: 'AGE',
  years: 'AGE',
};

const LETTERS: Record<string, string> = {
  'EXTRA SMALL': 'XS',
  SMALL: 'S',
  MEDIUM: 'M',
  LARGE: 'L',
  'EXTRA LARGE': 'XL',
  '2XL': 'XXL',
  '3XL': 'XXXL',
  '2XS': 'XXS',
};

/** A size with its system under the name Vitrine uses and its value in one spelling. */
export function normaliseSize(size: SizeValue): SizeValue {
  const written = size.value.trim().toUpperCase().replace(',', '.').replace('½', '.5');
  const value = LETTERS[written] ?? written.replace(/^(\d+)\.0$/, '$1');
  const named = size.system?.trim().toLowerCase();
  const system = named ? (SYSTEM_NAMES[named] ?? size.system!.toUpperCase()) : undefined;
  if (/^(?:ONE SIZE|ONESIZE|TAILLE|UNIQUE|OS)$/.test(value)) return { value: 'ONE SIZE', system: 'ONE' };
  if (system === undefined && /^(?:X{0,3}[SL]|M)$/.test(value)) return { value, system: 'INT' };
  return system === undefined ? { value } : { value, system };
}

/**
 * Whether two sizes are the same size. Systems are not converted, because brands disagree about conversions: IT 41 is
 * not EU 41. A size without a system equals the same number in any. What kind of thing it is decides nothing yet.
 */
export function sizesEquivalent(left: SizeValue, right: SizeValue, _kind?: string): boolean {
  const a = normaliseSize(left);
  const b = normaliseSize(right);
  if (a.system === 'ONE' && b.system === 'ONE') return true;
  if (a.value !== b.value) return jeansMatch(a, b);
  return a.system === undefined || b.system === undefined || a.system === b.system;
}

/** W30 asks for the waist alone and is met by W30/L32. */
function jeansMatch(a: SizeValue, b: SizeValue): boolean {
  const waist = (size: SizeValue): string | undefined => /^W(\d+)/.exec(size.value)?.[1];
  const leg = (size: SizeValue): string | undefined => /L(\d+)$/.exec(size.value)?.[1];
  if (waist(a) === undefined || waist(a) !== waist(b)) return false;
  return leg(a) === undefined || leg(b) === undefined || leg(a) === leg(b);
}
