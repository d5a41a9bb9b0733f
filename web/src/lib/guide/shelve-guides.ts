import type { Category } from '#contract/catalogue';
import type { DocumentSummary } from '#contract/document';
import type { Locale } from '$lib/i18n/locale';

const kinds = ['guide', 'care', 'size-chart', 'policy', 'story'] as const;

export type Shelf = { kind: (typeof kinds)[number]; guides: DocumentSummary[] };

/** The reader's own language by kind, then the others by language. */
export function shelveGuides(
  guides: DocumentSummary[],
  reader: Locale,
): { own: Shelf[]; others: { language: Locale; guides: DocumentSummary[] }[] } {
  const sorted = [...guides].sort((a, b) => a.title.localeCompare(b.title, a.language));
  const own = sorted.filter((guide) => guide.language === reader);
  const languages = [...new Set(sorted.map((guide) => guide.language))].filter((language) => language !== reader);
  return {
    own: kinds
      .map((kind) => ({ kind, guides: own.filter((guide) => guide.kind === kind) }))
      .filter((shelf) => shelf.guides.length > 0),
    others: languages
      .sort()
      .map((language) => ({ language, guides: sorted.filter((guide) => guide.language === language) })),
  };
}

/** Names of categories in the reader's language, by id. */
export function nameCategories(tree: Category[]): Record<string, string> {
  const names: Record<string, string> = {};
  const visit = (category: Category) => {
    names[category.id] = category.label;
    category.children.forEach(visit);
  };
  tree.forEach(visit);
  return names;
}

/** Categories that guides speak of, those with the most guides first. */
export function countCategories(
  guides: DocumentSummary[],
  names: Record<string, string>,
): { id: string; label: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const id of guides.flatMap((guide) => guide.categories)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .flatMap(([id, count]) => (names[id] ? [{ id, label: names[id], count }] : []))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}
