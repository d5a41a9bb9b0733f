import type { SizeValue } from '#engines/language';

/** A size as a facet value: `EU 41`, or `41` where no system is named. */
export function writeSize(size: SizeValue): string {
  const value = size.value.trim().toUpperCase();
  return size.system ? `${size.system.trim().toUpperCase()} ${value}` : value;
}
