import type { LanguageEngine } from '#engines/language';

export type ImportLanguage = Pick<LanguageEngine, 'detectLanguage' | 'resolve' | 'concept'>;

/** A file's own names for things, in the lexicon's. Remembers what it has looked up. */
export type CanonicalValues = {
  /** The best value of the facet that the text stands for, or null. */
  best(facet: string, text: string): string | null;
  /** The value when the text is one of its names in any language; else the text as it is, which may say more. */
  named(facet: string, text: string): string;
};

const mostRemembered = 20_000;

export function createCanonicalValues(language: ImportLanguage): CanonicalValues {
  const known = new Map<string, string | null>();
  const remember = (key: string, find: () => string | null): string | null => {
    let value = known.get(key);
    if (value === undefined) {
      value = find();
      if (known.size >= mostRemembered) known.clear();
      known.set(key, value);
    }
    return value;
  };
  const isNameOf = (id: string, text: string): boolean => {
    const concept = language.concept(id);
    const labels = concept ? [concept.en, concept.zh, concept.fa].flat() : [];
    return labels.some((label) => label.replace(/^[=?]/, '').toLowerCase() === text.trim().toLowerCase());
  };
  return {
    best: (facet, text) => remember(`best ${facet} ${text}`, () => language.resolve(facet, text)[0] ?? null),
    named: (facet, text) =>
      remember(`named ${facet} ${text}`, () => {
        const [value, ...more] = language.resolve(facet, text);
        return value !== undefined && more.length === 0 && isNameOf(`${facet}:${value}`, text) ? value : null;
      }) ?? text,
  };
}
