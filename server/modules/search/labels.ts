import type { Locale } from '#contract/common';
import { attributeName, attributeText } from '#engines/answer';
import type { LanguageEngine } from '#engines/language';
import type { CategoryTaxonomy, Labels } from '#modules/catalog';

/** What people ask for first; the rest follows in the order it was given. */
const order = [
  ...[
    'colour',
    'colour2',
    'pattern',
    'material',
    'materialShare',
    'lining',
    'length',
    'lengthCm',
    'neckline',
    'sleeve',
    'silhouette',
    'fit',
  ],
  ...[
    'bow',
    'bowPosition',
    'details',
    'closure',
    'pockets',
    'lined',
    'stretch',
    'headphoneType',
    'noiseCancelling',
    'bass',
    'batteryHours',
  ],
  ...['wireless', 'waterproof', 'waterRating', 'warmth', 'season', 'occasion', 'care'],
];
const ranks = new Map(order.map((key, index) => [key, index]));

/** Facets that are listing fields of their own, not attributes. */
const fieldNames: Record<string, Record<Locale, string>> = {
  category: { en: 'Category', zh: '类别', fa: 'دسته' },
  department: { en: 'For', zh: '适合', fa: 'برای' },
  brand: { en: 'Brand', zh: '品牌', fa: 'برند' },
  size: { en: 'Size', zh: '尺码', fa: 'سایز' },
  condition: { en: 'Condition', zh: '成色', fa: 'وضعیت' },
  price: { en: 'Price', zh: '价格', fa: 'قیمت' },
};

/** Names of facets and values in the reader's words, from the language engine's lexicon. */
export function createLabels(language: LanguageEngine): Labels {
  const value = (key: string, id: string, locale: Locale) =>
    language.labelOf(`${lexiconFacet(key)}:${id}`, locale) ?? plain(id);
  return {
    facet: (key, locale) => fieldNames[key]?.[locale] ?? attributeName(key, locale),
    value,
    valueText: (key, given, locale) => attributeText(key, given, locale, (facet, id) => value(facet, id, locale)),
    pathTo(category, locale) {
      const id = `category:${category}`;
      const path = [...language.broader(id).reverse(), id].map((concept) => concept.slice('category:'.length));
      return path.map((one) => ({ id: one, label: value('category', one, locale) }));
    },
    rank: (key) => ranks.get(key) ?? order.length,
  };
}

/** The category tree as the catalogue walks it. */
export function createTaxonomy(language: LanguageEngine): CategoryTaxonomy {
  const children = new Map<string, string[]>();
  const tops: string[] = [];
  for (const concept of language.conceptsOf('category')) {
    const id = concept.id.slice('category:'.length);
    const parent = concept.broader?.find((broader) => broader.startsWith('category:'))?.slice('category:'.length);
    if (parent === undefined) tops.push(id);
    else children.set(parent, [...(children.get(parent) ?? []), id]);
  }
  return { tops, childrenOf: (id) => children.get(id) ?? [] };
}

/** Attributes whose values are those of another facet. */
function lexiconFacet(key: string): string {
  if (key === 'colour2') return 'colour';
  return key === 'lining' ? 'material' : key;
}

/** An id the lexicon does not know, as words. */
function plain(id: string): string {
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(id) ? id.replaceAll('-', ' ') : id;
}
