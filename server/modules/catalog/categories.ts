import type { Category } from '#contract/catalogue';
import type { Locale } from '#contract/common';
import type { Labels } from './labels.ts';

/** The tree of categories: the tops, and the children of each. */
export type CategoryTaxonomy = { tops: readonly string[]; childrenOf(id: string): readonly string[] };

/** Categories that hold something, biggest first, each counting what is below it. */
export function buildCategoryTree(
  taxonomy: CategoryTaxonomy,
  counts: Map<string, number>,
  labels: Labels,
  locale: Locale,
): Category[] {
  const build = (id: string): Category => {
    const children = present(taxonomy.childrenOf(id).map(build));
    const below = children.reduce((sum, child) => sum + child.listings, 0);
    return { id, label: labels.value('category', id, locale), listings: (counts.get(id) ?? 0) + below, children };
  };
  return present(taxonomy.tops.map(build));
}

function present(categories: Category[]): Category[] {
  return categories.filter((category) => category.listings > 0).sort((a, b) => b.listings - a.listings);
}
