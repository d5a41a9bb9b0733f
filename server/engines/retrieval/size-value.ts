import type { SizeValue } from '../language/need.ts';

/** A size as a facet value: `EU 41`, or `41` where no system is named. */
export function writeSize(size: SizeValue): string {
  const value = size.value.trim().toUpperCase();
  return size.system ? `${size.system.trim().toUpperCase()} ${value}` : value;
}
