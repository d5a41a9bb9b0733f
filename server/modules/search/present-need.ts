import type { Locale } from '#contract/common';
import type { Need as NeedView } from '#contract/need';
import { type Constraint, REMEMBERED, type Understanding } from '#engines/language';
import { minorDigits } from '#engines/retrieval';
import type { Labels } from '#modules/catalog';

export type NeedPresenter = (understanding: Understanding, locale: Locale) => NeedView;

/** What was understood, as chips in the reader's words. */
export function createNeedPresenter(labels: Labels): NeedPresenter {
  return (understanding, locale) => ({
    text: understanding.text,
    language: understanding.language,
    intent: understanding.intent,
    chips: [
      ...understanding.need.must.map((must) => ({
        key: must.key,
        kind: 'must' as const,
        facet: must.facet,
        label: yours(must.key, describeConstraint(must, labels, locale), locale),
        bendable: must.bendable,
        span: must.span ?? null,
      })),
      ...understanding.need.wishes.map((wish) => ({
        key: wish.key,
        kind: 'wish' as const,
        facet: wish.facet,
        label: yours(wish.key, capitalise(labels.value(wish.facet, wish.value, locale)), locale),
        bendable: true,
        span: wish.span ?? null,
      })),
    ],
    notUnderstood: understanding.leftovers.map((leftover) => leftover.text),
  });
}

/** What comes from memory says so. */
function yours(key: string, label: string, locale: Locale): string {
  return key.startsWith(REMEMBERED) ? words[locale].yours(label) : label;
}

const words: Record<
  Locale,
  {
    not(x: string): string;
    upTo(x: string): string;
    from(x: string): string;
    between(a: string, b: string): string;
    or: string;
    yours(x: string): string;
  }
> = {
  en: {
    not: (x) => `Not ${x}`,
    upTo: (x) => `Up to ${x}`,
    from: (x) => `From ${x}`,
    between: (a, b) => `${a} to ${b}`,
    or: ' or ',
    yours: (x) => `Yours: ${x}`,
  },
  zh: {
    not: (x) => `不要${x}`,
    upTo: (x) => `${x}以内`,
    from: (x) => `${x}起`,
    between: (a, b) => `${a}至${b}`,
    or: '或',
    yours: (x) => `您的：${x}`,
  },
  fa: {
    not: (x) => `بدون ${x}`,
    upTo: (x) => `تا ${x}`,
    from: (x) => `از ${x}`,
    between: (a, b) => `${a} تا ${b}`,
    or: ' یا ',
    yours: (x) => `از شما: ${x}`,
  },
};

/** One thing that must hold: `Red`, `Not polyester`, `Up to $120`, `US 8 or US 10`. */
export function describeConstraint(constraint: Constraint, labels: Labels, locale: Locale): string {
  const { not, upTo, from, between, or } = words[locale];
  if (constraint.operator === 'range') {
    const show = (amount: number) =>
      constraint.facet === 'price'
        ? formatPrice(amount, constraint.currency ?? 'USD', locale)
        : labels.valueText(constraint.facet, amount, locale);
    const { min, max } = constraint;
    const text =
      min !== undefined && max !== undefined
        ? between(show(min), show(max))
        : max !== undefined
          ? upTo(show(max))
          : from(show(min ?? 0));
    return constraint.facet === 'price' ? text : `${labels.facet(constraint.facet, locale)}: ${text}`;
  }
  const values = constraint.sizes
    ? constraint.sizes.map(({ value, system }) =>
        system && system !== 'ONE' && system !== 'WL' ? `${system} ${value}` : value,
      )
    : shownValues(constraint).map((value) => labels.value(constraint.facet, value, locale));
  const text = values.join(or);
  return constraint.operator === 'is-not' ? not(text) : capitalise(text);
}

/** A broad word carries every narrower value; the chip shows what the shopper said, which the key names. */
function shownValues(constraint: Constraint): string[] {
  const key = constraint.key.startsWith(REMEMBERED) ? constraint.key.slice(REMEMBERED.length) : constraint.key;
  const named = key.split(':').slice(2).join(':').split('|').filter(Boolean);
  return named.length > 0 ? named : constraint.anyOf;
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

const localeTags: Record<Locale, string> = { en: 'en-US', zh: 'zh-CN', fa: 'fa-IR' };
const priceFormats = new Map<string, Intl.NumberFormat>();

function formatPrice(minor: number, currency: string, locale: Locale): string {
  const digits = minorDigits(currency);
  const amount = minor / 10 ** digits;
  const shown = Number.isInteger(amount) ? 0 : digits;
  const id = `${locale} ${currency} ${shown}`;
  let format = priceFormats.get(id);
  if (!format) {
    const currencyDisplay = locale === 'fa' ? 'name' : 'narrowSymbol';
    format = new Intl.NumberFormat(localeTags[locale], {
      style: 'currency',
      currency,
      currencyDisplay,
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    });
    priceFormats.set(id, format);
  }
  return format.format(amount);
}
