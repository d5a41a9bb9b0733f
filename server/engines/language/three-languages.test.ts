import { expect, test } from 'vitest';
import { loadKnowledge } from '#knowledge';
import { createLanguage } from './index.ts';

const knowledge = loadKnowledge();
const language = createLanguage(knowledge);

type Locale = 'en' | 'zh' | 'fa';
type Phrase = (name: string) => string;

/** Kinds of thing whose everyday name in one language says more than the others do: who wears it, what it is made of. */
const SAYS_MORE = new Set([
  'category:dresses',
  'category:blouses',
  'category:shirts',
  'category:textiles',
  'category:leather-jackets',
]);

/** What a request asks for, without the spans. */
function readNeed(text: string): string[] {
  const { must, wishes } = language.understand(text).need;
  return [...must.map(({ key }) => key), ...wishes.map(({ key }) => `wish ${key}`)].sort();
}

/** The requests about concepts of a facet that are not read alike in the three languages. */
function readDifferently(facet: string, phrases: Record<Locale, Phrase>): string[] {
  const locales: Locale[] = ['en', 'zh', 'fa'];
  const concepts = knowledge.concepts.filter(({ id }) => id.startsWith(`${facet}:`) && !SAYS_MORE.has(id));
  expect(concepts.length).toBeGreaterThan(10);
  return concepts.flatMap((concept) => {
    if (locales.some((locale) => concept[locale].length === 0)) return [];
    const texts = locales.map((locale) => phrases[locale](concept[locale][0]!.replace(/^[=?]+/u, '')));
    const needs = texts.map((text) => readNeed(text).join(' '));
    return new Set(needs).size === 1 ? [] : texts.map((text, i) => `${text} -> ${needs[i]}`);
  });
}

test('a kind of thing is read alike in three languages', () => {
  expect(readDifferently('category', { en: (name) => name, zh: (name) => name, fa: (name) => name })).toEqual([]);
});

test('a kind of thing under a price is read alike in three languages', () => {
  const phrases = {
    en: (name: string) => `${name} under $80`,
    zh: (name: string) => `80美元以下的${name}`,
    fa: (name: string) => `${name} زیر ۸۰ دلار`,
  };
  expect(readDifferently('category', phrases)).toEqual([]);
});

test('a colour, wanted or not, is read alike in three languages', () => {
  const wanted = {
    en: (name: string) => `${name} coat`,
    zh: (name: string) => `${name}大衣`,
    fa: (name: string) => `پالتو ${name}`,
  };
  const unwanted = {
    en: (name: string) => `coat, not ${name}`,
    zh: (name: string) => `大衣，不要${name}`,
    fa: (name: string) => `پالتو، ${name} نباشد`,
  };
  expect([...readDifferently('colour', wanted), ...readDifferently('colour', unwanted)]).toEqual([]);
});

test('a material, wanted or not, is read alike in three languages', () => {
  const wanted = {
    en: (name: string) => `${name} handbag`,
    zh: (name: string) => `${name}手提包`,
    fa: (name: string) => `کیف دستی ${name}`,
  };
  const unwanted = {
    en: (name: string) => `handbag without ${name}`,
    zh: (name: string) => `手提包，不要${name}`,
    fa: (name: string) => `کیف دستی بدون ${name}`,
  };
  expect([...readDifferently('material', wanted), ...readDifferently('material', unwanted)]).toEqual([]);
});
