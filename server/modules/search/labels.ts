import type { Locale } from '#contract/common';
import type { LanguageEngine } from '#engines/language';
import type { Labels } from '#modules/catalog';

const localeTags: Record<Locale, string> = { en: 'en-US', zh: 'zh-CN', fa: 'fa-IR' };
const yesNo: Record<Locale, [string, string]> = { en: ['yes', 'no'], zh: ['是', '否'], fa: ['بله', 'خیر'] };
const separators: Record<Locale, string> = { en: ', ', zh: '、', fa: '، ' };

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

/** Units by the tail of an attribute's key: `lengthCm`, `weightGrams`. */
const units: { tail: RegExp; unit: Record<Locale, string> }[] = [
  { tail: /Cm$/, unit: { en: 'cm', zh: '厘米', fa: 'سانتی‌متر' } },
  { tail: /Mm$|^driverMm$/, unit: { en: 'mm', zh: '毫米', fa: 'میلی‌متر' } },
  { tail: /Grams$/, unit: { en: 'g', zh: '克', fa: 'گرم' } },
  { tail: /Litres$/, unit: { en: 'l', zh: '升', fa: 'لیتر' } },
  { tail: /Ml$/, unit: { en: 'ml', zh: '毫升', fa: 'میلی‌لیتر' } },
  { tail: /Hours$/, unit: { en: 'hours', zh: '小时', fa: 'ساعت' } },
  { tail: /Minutes$/, unit: { en: 'min', zh: '分钟', fa: 'دقیقه' } },
  { tail: /Ohm$/, unit: { en: 'Ω', zh: '欧', fa: 'اهم' } },
  { tail: /^lumens$/, unit: { en: 'lm', zh: '流明', fa: 'لومن' } },
  { tail: /Gsm$/, unit: { en: 'g/m²', zh: '克/平方米', fa: 'گرم بر متر مربع' } },
  { tail: /ResistanceM$/, unit: { en: 'm', zh: '米', fa: 'متر' } },
];

/** Names of facets and values in the reader's words, from the language engine's lexicon. */
export function createLabels(language: LanguageEngine): Labels {
  const numbers = new Map(Object.entries(localeTags).map(([locale, tag]) => [locale, new Intl.NumberFormat(tag)]));
  const value = (key: string, id: string, locale: Locale) =>
    language.labelOf(`${lexiconFacet(key)}:${id}`, locale) ?? plain(id);

  return {
    facet: (key, locale) =>
      language.labelOf(`facet:${key}`, locale) ?? plain(key.replace(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase()),
    value,
    valueText(key, given, locale) {
      if (Array.isArray(given)) return given.map((one) => value(key, one, locale)).join(separators[locale]);
      if (typeof given === 'boolean') return yesNo[locale][given ? 0 : 1];
      if (typeof given === 'number') {
        const unit = units.find(({ tail }) => tail.test(key))?.unit[locale];
        const number = numbers.get(locale)!.format(given);
        return unit ? `${number} ${unit}` : number;
      }
      return value(key, given, locale);
    },
    pathTo: (category, locale) =>
      language.pathTo('category', category).map((id) => ({ id, label: value('category', id, locale) })),
    rank: (key) => ranks.get(key) ?? order.length,
  };
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
