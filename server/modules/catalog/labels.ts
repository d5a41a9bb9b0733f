import type { Locale } from '#contract/common';

/** Names of facets and values in the reader's language, from the taxonomy and the lexicon. */
export type Labels = {
  facet(key: string, locale: Locale): string;
  /** One canonical value; text the lexicon does not know comes back as it is. */
  value(key: string, value: string, locale: Locale): string;
  /** Any attribute value with its unit: `148 cm`, `yes`, `party, gala`. */
  valueText(key: string, value: string | number | boolean | string[], locale: Locale): string;
  /** Categories from the top to this one. */
  pathTo(category: string, locale: Locale): { id: string; label: string }[];
  /** The order in which people ask for facets; lower comes first. */
  rank(key: string): number;
};
