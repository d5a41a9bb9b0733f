import { conceptFacet, conceptValue, type Lexicon } from './lexicon.ts';

/** Values that satisfy a wanted concept: itself, its kinds, and what it stands for among the categories asked for. */
export function satisfying(lexicon: Lexicon, id: string, categories: readonly string[]): string[] {
  const values = new Set<string>();
  for (const narrower of lexicon.narrower(id)) {
    values.add(conceptValue(narrower));
    for (const value of coveredBy(lexicon, narrower, categories)) values.add(value);
  }
  return [...values];
}

/** Values an excluded concept rules out: its kinds and whatever resembles it (no leather: no suede either). */
export function ruledOut(lexicon: Lexicon, id: string): string[] {
  const values = new Set(lexicon.resembling(id).map(conceptValue));
  if (conceptFacet(id) === 'length') for (const value of coveredBy(lexicon, id, [])) values.add(value);
  return [...values];
}

function coveredBy(lexicon: Lexicon, id: string, categories: readonly string[]): string[] {
  const covers = lexicon.concepts.get(id)?.covers;
  if (!covers) return [];
  for (const category of categories) {
    for (const each of [`category:${category}`, ...lexicon.broader(`category:${category}`)]) {
      const values = covers[conceptValue(each)];
      if (values) return values;
    }
  }
  return covers['*'] ?? [];
}
