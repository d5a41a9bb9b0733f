import { addChildAges } from './ages.ts';
import { detectLanguage } from './detect-language.ts';
import { completeEllipses } from './ellipsis.ts';
import { type IntentContext, readIntent, routerInput } from './intent.ts';
import { hasCue, isFiller, isLostWord, isThing } from './items.ts';
import { conceptFacet, type Lexicon } from './lexicon.ts';
import { type Item, matchText } from './match.ts';
import { measureOf } from './measures.ts';
import { mergeNeeds } from './merge-needs.ts';
import type { Constraint, Language, Need, SizeValue, Understanding } from './need.ts';
import { buildNeed } from './need-builder.ts';
import { joinNumberWords } from './number-words.ts';
import { markExclusions } from './polarity.ts';
import { mergePrices, priceOf } from './prices.ts';
import { readQuantity } from './quantities.ts';
import { questionKind } from './question-kind.ts';
import { readReference } from './reference.ts';
import { routerFeatures } from './router/router-features.ts';
import { readSizes, type SizeReading } from './sizes.ts';
import type { PreparedVocabulary, Vocabulary } from './vocabulary.ts';

export type UnderstandOptions = {
  /** The language of the text where it is known; else it is detected. */
  language?: Language;
  /** What the shopper looks at, and the need that is being refined. */
  context?: { listing?: boolean; previous?: Need };
  vocabulary?: Vocabulary;
};

/** Longer texts are understood by their beginning. */
const LONGEST = 4000;

export function understandText(
  lexicon: Lexicon,
  prepared: PreparedVocabulary,
  text: string,
  options: UnderstandOptions,
): Understanding {
  const { read, language, items, need, context } = readUtterance(lexicon, prepared, text, options);
  const { intent, confidence, question } = readIntent(read, items, context);
  const isExcluded = (item: Item) =>
    need.must.some(({ facet, anyOf }) => facet === 'term' && anyOf.includes(item.text.toLowerCase()));
  const understanding: Understanding = {
    text,
    language,
    intent,
    confidence,
    need: options.context?.previous ? mergeNeeds(options.context.previous, need) : need,
    concepts: items.flatMap((item) => item.ids.map((id) => ({ id, span: { start: item.start, end: item.end } }))),
    leftovers: readLeftovers(items, isExcluded),
  };
  if (question) understanding.question = question;
  return understanding;
}

/** What the router would look at: for learning it and for explaining what it decides. */
export function featuresOf(
  lexicon: Lexicon,
  prepared: PreparedVocabulary,
  text: string,
  options: UnderstandOptions,
): string[] {
  const { read, items, context } = readUtterance(lexicon, prepared, text, options);
  return routerFeatures(routerInput(read, items, context));
}

type Utterance = { read: string; language: Language; items: Item[]; need: Need; context: IntentContext };

function readUtterance(
  lexicon: Lexicon,
  prepared: PreparedVocabulary,
  text: string,
  options: UnderstandOptions,
): Utterance {
  const read = text.slice(0, LONGEST);
  const language = options.language ?? detectLanguage(read);
  const vocabulary = options.vocabulary;
  const isListing = options.context?.listing === true;
  const matching = {
    brandRoot: prepared.brandRoot,
    speller: prepared.speller,
    isKnown: (word: string) => prepared.brandWords.has(word) || vocabulary?.has(word) === true,
  };
  const matched = matchText(lexicon, read, matching);
  completeEllipses(matched, (phrase) => matchText(lexicon, phrase, matching));
  const items = joinNumberWords(matched);
  addGiving(items);
  addChildAges(items);
  const must: Constraint[] = readSizes(items, read, namesClothing(lexicon, items)).map(sizeConstraint);
  must.push(...readQuantities(items));
  markExclusions(items, language);
  const hasContext = isListing || options.context?.previous !== undefined;
  const reference = readReference(items, hasContext, questionKind(read, isListing) !== 'none');
  const built = buildNeed(lexicon, items, language, (word) => vocabulary?.has(word) ?? true);
  const need: Need = {
    must: [...built.must, ...must],
    wishes: built.wishes,
    terms: termsOf(lexicon, items, language),
  };
  if (reference) need.reference = reference;
  return { read, language, items, need, context: { isListing, need, hasReference: reference !== undefined } };
}

function namesClothing(lexicon: Lexicon, items: Item[]): boolean {
  const categories = items.flatMap((item) => item.ids.filter((id) => conceptFacet(id) === 'category'));
  return categories.some((id) => id === CLOTHING || lexicon.broader(id).includes(CLOTHING));
}

const CLOTHING = 'category:clothing';

/** 送 means giving only beside somebody to give to; 送孩子上学 is bringing a child to school. */
function addGiving(items: Item[]): void {
  const giving = items.find((item) => hasCue(item, 'give'));
  const hasReceiver = items.some((item) => item.ids.some((id) => conceptFacet(id) === 'recipient'));
  if (giving && hasReceiver) giving.ids.push('occasion:gift');
}

function sizeConstraint(reading: SizeReading): Constraint {
  const sizes = reading.sizes.map((size) => ({ ...size, value: size.value.toUpperCase() }));
  const operator = reading.isNegated ? 'is-not' : 'is';
  const names = sizes.map((size: SizeValue) => (size.system ? `${size.system} ${size.value}` : size.value));
  return {
    key: `size:${operator}:${names.join('|')}`,
    facet: 'size',
    operator,
    anyOf: names,
    sizes,
    bendable: false,
    span: reading.span,
  };
}

function readQuantities(items: Item[]): Constraint[] {
  const prices: Constraint[] = [];
  const measures: Constraint[] = [];
  const categories = items.flatMap((item) =>
    item.ids.filter((id) => id.startsWith('category:')).map((id) => id.slice(9)),
  );
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    if (item.kind !== 'number' || item.isUsed || Number.isNaN(item.value)) continue;
    const quantity = readQuantity(items, at);
    const isPlausible = quantity.isCompared || (!quantity.isBare && quantity.max !== undefined && quantity.max >= 10);
    const measure = measureOf(items, quantity, categories);
    if (measure) measures.push(measure);
    else {
      const price = priceOf(items, quantity, isPlausible);
      if (price) prices.push(price);
    }
    at = Math.max(at, quantity.last);
  }
  return [...mergePrices(prices), ...measures];
}

function readLeftovers(items: Item[], isExcluded: (item: Item) => boolean): Understanding['leftovers'] {
  const leftovers: Understanding['leftovers'] = [];
  for (const item of items) {
    if (item.isUsed || item.kind === 'symbol' || (item.isNegated && isExcluded(item))) continue;
    if (item.kind === 'word' || item.kind === 'number' || isLostWord(item)) {
      leftovers.push({ text: item.text, span: { start: item.start, end: item.end } });
    }
  }
  return leftovers;
}

/** Labels in English so that any language finds any listing, the words as written, and every leftover. */
function termsOf(lexicon: Lexicon, items: Item[], language: Language): string[] {
  const terms = new Set<string>();
  const others: string[] = [];
  for (const item of items) {
    if (item.isNegated || item.isUsed) continue;
    if (item.kind === 'word' || item.kind === 'number' || isLostWord(item)) others.push(item.text.toLowerCase());
    if (!isThing(item) || isFiller(item)) continue;
    for (const brand of item.brands) terms.add(brand.toLowerCase());
    for (const id of item.ids) {
      if (/^(?:currency|unit|aspect|department)$/.test(conceptFacet(id))) continue;
      const label = lexicon.concepts.get(id)?.en[0]?.replace(/^[=?]/, '');
      if (label && conceptFacet(id) !== 'priceLevel') terms.add(label);
    }
    const isSaid = item.ids.length > 0 && !item.ids.every((id) => /^(?:department|priceLevel|currency|unit):/.test(id));
    if (isSaid && !hasCue(item, 'stop'))
      terms.add(language === 'en' ? (item.corrected ?? item.text.toLowerCase()) : item.text);
  }
  return [...new Set([...terms, ...others])];
}
