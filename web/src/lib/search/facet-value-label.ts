import type { Reader } from '$lib/i18n';
import { capitalise } from '$lib/i18n/capitalise';
import { conditionIds, departmentIds } from '$lib/listing/listing-words';

/** A facet's value as the page says it everywhere; the lexicon's label for what the page has no words of its own. */
export function facetValueLabel(
  reader: Reader,
  facet: string,
  { value, label }: { value: string; label: string },
): string {
  const condition = facet === 'condition' && conditionIds.find((id) => id === value);
  if (condition) return reader.t(`listing.condition.${condition}`);
  const department = facet === 'department' && departmentIds.find((id) => id === value);
  if (department) return reader.t(`department.${department}`);
  if (facet === 'size') return reader.digits(label);
  return facet === 'brand' || facet === 'closet' ? label : capitalise(label);
}
