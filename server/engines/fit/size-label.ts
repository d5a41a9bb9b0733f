import { normaliseSize, type SizeValue } from '#engines/language';

const WITH_SYSTEM = /^(US|UK|EU|IT|FR|DE|JP|INT|WL|ONE)\s+(?!SIZE$)(?=\S)/i;
const LETTERS = ['XXXS', 'XXS', 'XS', 'S', 'M', 'L', 'XL', 'XXL', 'XXXL'];

/** A size as an owner wrote it ("int m", "Medium", "EU 38,5") under one name: its system where it has one, and its value. */
export function readSize(written: string): SizeValue {
  const [, system] = WITH_SYSTEM.exec(written.trim()) ?? [];
  const value = written.trim().replace(WITH_SYSTEM, '');
  return normaliseSize(system ? { value, system } : { value });
}

/** What people call it: letters stand without a system ("M"), numbers with theirs ("US 8"). */
export function sizeLabel({ value, system }: SizeValue): string {
  return system === undefined || system === 'INT' || system === 'ONE' ? value : `${system} ${value}`;
}

/** Smaller sizes first, each system by itself. */
export function compareSizes(a: SizeValue, b: SizeValue): number {
  if (a.system !== b.system) return (a.system ?? '') < (b.system ?? '') ? -1 : 1;
  return rankOf(a) - rankOf(b) || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
}

function rankOf({ value }: SizeValue): number {
  const letter = LETTERS.indexOf(value);
  const number = Number.parseFloat(value.replace(/^[A-Z]+/, ''));
  return letter >= 0 ? letter : Number.isNaN(number) ? Number.MAX_SAFE_INTEGER : number;
}
