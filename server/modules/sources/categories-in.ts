import type { LanguageEngine } from '#engines/language';
import type { CategoriesIn } from './save-page.ts';

const most = 3;
/** A text that names a category so often speaks of it, whatever its title says. */
const oftenEnough = 3;
const facet = 'category:';
const lengthRead = 20_000;

/**
 * Categories by the language engine (a kind of thing counts for its own): those in the title, else in the headings, else
 * those named often in the text.
 */
export function createCategoriesIn(language: Pick<LanguageEngine, 'conceptsIn' | 'broader'>): CategoriesIn {
  const categoryOf = (id: string) => [id, ...language.broader(id)].find((concept) => concept.startsWith(facet));
  const count = (text: string) => {
    const counts = new Map<string, number>();
    for (const { id } of language.conceptsIn(text)) {
      const category = categoryOf(id)?.slice(facet.length);
      if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
    }
    return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  };
  return (title, markdown) => {
    const text = markdown.slice(0, lengthRead);
    const headings = text
      .split('\n')
      .filter((line) => line.startsWith('#'))
      .join('\n');
    const named = [count(title), count(headings), count(text).filter(([, times]) => times >= oftenEnough)];
    const found = named.find((counts) => counts.length > 0) ?? [];
    return found.slice(0, most).map(([id]) => id);
  };
}
