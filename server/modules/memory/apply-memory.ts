import {
  asksForOwnSize,
  type LanguageEngine,
  type Need,
  type OwnFact,
  type Understanding,
  withMemory,
  withoutTastes,
} from '#engines/language';

/** Whether a request is for something worn on the feet, which has sizes of its own. */
export function isAboutShoes(language: LanguageEngine, { must }: Need): boolean {
  return must.some(
    ({ facet, operator, anyOf }) =>
      facet === 'category' &&
      operator === 'is' &&
      anyOf.some((value) => value === 'shoes' || language.broader(`category:${value}`).includes('category:shoes')),
  );
}

/** A request with what is remembered of its asker; "my size" that nobody knows is said not to be understood. */
export function applyMemory(
  language: LanguageEngine,
  understanding: Understanding,
  facts: readonly OwnFact[],
): Understanding {
  const isShoes = isAboutShoes(language, understanding.need);
  const need = withMemory(withoutTastes(understanding.need, facts), understanding.text, facts, isShoes);
  const isUnknown = asksForOwnSize(understanding.text) && !need.must.some(({ facet }) => facet === 'size');
  if (!isUnknown) return { ...understanding, need };
  const text = OWN_SIZE[understanding.language];
  const start = Math.max(0, understanding.text.toLowerCase().indexOf(text));
  return {
    ...understanding,
    need,
    leftovers: [...understanding.leftovers, { text, span: { start, end: start + text.length } }],
  };
}

const OWN_SIZE = { en: 'my size', zh: '我的尺码', fa: 'سایز من' };
