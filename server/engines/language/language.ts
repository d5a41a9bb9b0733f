import { type Concept, type Knowledge, loadKnowledge } from '#knowledge';
import { detectLanguage } from './detect-language.ts';
import { buildLexicon, conceptFacet, conceptValue, type Lexicon, normaliseLabel } from './lexicon.ts';
import { type Item, matchText } from './match.ts';
import type { Language, Span, Understanding } from './need.ts';
import { normaliseSize, sizesEquivalent } from './size-equivalence.ts';
import { createSpeller } from './speller.ts';
import { tokenize } from './tokenize.ts';
import { findEntry } from './trie.ts';
import { featuresOf, type UnderstandOptions, understandText } from './understand.ts';
import { normaliseBrand, type PreparedVocabulary, prepareVocabulary, type Vocabulary } from './vocabulary.ts';

/** A concept found in a text. */
export type ConceptHit = { id: string; span: Span };

export type LanguageEngine = {
  /** What a shopper's utterance means: intent, need, concepts with spans, what was not understood. About 0.1 ms. */
  understand(text: string, options?: UnderstandOptions): Understanding;
  /** What the router of intents looks at in an utterance, by name: for learning it and for explaining it. */
  routerFeatures(text: string, options?: UnderstandOptions): string[];
  detectLanguage(text: string): Language;
  /** Searchable tokens with spans, folded forms and stems; more than 1 MB a second. */
  tokenize: typeof tokenize;
  /**
   * Concepts a title or description names, longest labels first, in order, each once a place. Everyday words that only
   * mean a thing beside another (light, down, glass) are left out unless one stands beside; aspects and units always.
   */
  conceptsIn(text: string): ConceptHit[];
  /**
   * The values of one facet that an imported catalogue's own value stands for, best first: `resolve('condition',
   * 'never worn, with tag')` is `['new-with-tags']`. Empty where nothing is known.
   */
  resolve(facet: string, text: string): string[];
  /** The display label, in English where the language has none; undefined for unknown ids (`facet:value`). */
  labelOf(id: string, language: Language): string | undefined;
  /** Ids of the concept and all its kinds. */
  narrower(id: string): string[];
  /** Ids of the concept, its kinds, and what resembles it closely enough to be a near miss of it. */
  resembling(id: string): string[];
  /** Ids of what the concept is a kind of, nearest first. */
  broader(id: string): string[];
  /**
   * Ids that hold as well where the given ones (`facet:value`) do: `pockets:true` is `details:pockets`, a coat in trench
   * style a trench coat. For the index, so that one question finds both ways of writing a listing.
   */
  alsoMeans(ids: ReadonlySet<string>): string[];
  /** The knowledge of a concept: labels, broader ones, what would grant a wish for it. */
  concept(id: string): Concept | undefined;
  /** All concepts of a facet. */
  conceptsOf(facet: string): Concept[];
  sizesEquivalent: typeof sizesEquivalent;
  normaliseSize: typeof normaliseSize;
  normaliseBrand: typeof normaliseBrand;
};

/** The engine on the given knowledge (the shipped one by default). Building takes some 50 ms; share the result. */
export function createLanguage(knowledge: Knowledge = loadKnowledge()): LanguageEngine {
  const lexicon = buildLexicon(knowledge);
  const lexiconSpeller = createSpeller(lexicon.spellable);
  const prepared = new WeakMap<Vocabulary, PreparedVocabulary>();
  let bare: PreparedVocabulary | undefined;

  function preparedFor(vocabulary: Vocabulary | undefined): PreparedVocabulary {
    if (!vocabulary) {
      bare ??= prepareVocabulary(lexicon, lexiconSpeller, undefined);
      return bare;
    }
    let found = prepared.get(vocabulary);
    if (!found || found.size !== vocabulary.brands.size) {
      found = prepareVocabulary(lexicon, lexiconSpeller, vocabulary);
      prepared.set(vocabulary, found);
    }
    return found;
  }

  function conceptsIn(text: string): ConceptHit[] {
    const items = matchText(lexicon, text);
    return items.flatMap((item, at) => hitsOf(items, item, at));
  }

  function resolve(facet: string, text: string): string[] {
    const slug = `${facet}:${normaliseLabel(text).replaceAll(' ', '-')}`;
    if (lexicon.concepts.has(slug)) return [conceptValue(slug)];
    const forms = normaliseLabel(text).split(' ').flatMap(splitHan);
    const whole = findEntry(lexicon.root, forms);
    const named = (ids: string[] | undefined): string[] =>
      (ids ?? []).filter((id) => conceptFacet(id) === facet).map(conceptValue);
    const exact = named(whole?.ids);
    if (exact.length > 0) return mostSpecific(lexicon, facet, exact);
    const found = matchText(lexicon, text).flatMap((item) => named(item.ids));
    return [...new Set(found)];
  }

  return {
    understand: (text, options = {}) => understandText(lexicon, preparedFor(options.vocabulary), text, options),
    routerFeatures: (text, options = {}) => featuresOf(lexicon, preparedFor(options.vocabulary), text, options),
    detectLanguage,
    tokenize,
    conceptsIn,
    resolve,
    alsoMeans: (ids) =>
      knowledge.equivalences
        .filter(({ when }) => when.every((id) => ids.has(id)))
        .flatMap(({ then }) => then.filter((id) => !ids.has(id))),
    labelOf: (id, language) => {
      const concept = lexicon.concepts.get(id) ?? lexicon.concepts.get(`activity:${conceptValue(id)}`);
      return (concept?.[language][0] ?? concept?.en[0])?.replace(/^[=?]/, '');
    },
    narrower: lexicon.narrower,
    resembling: lexicon.resembling,
    broader: lexicon.broader,
    concept: (id) => lexicon.concepts.get(id),
    conceptsOf: (facet) => [...lexicon.concepts.values()].filter((concept) => conceptFacet(concept.id) === facet),
    sizesEquivalent,
    normaliseSize,
    normaliseBrand,
  };
}

function hitsOf(items: Item[], item: Item, at: number): ConceptHit[] {
  const span = { start: item.start, end: item.end };
  return item.ids
    .filter((id) => !item.entry?.weakIds.includes(id) || standsBesideThing(items, at))
    .map((id) => ({ id, span }));
}

function standsBesideThing(items: Item[], at: number): boolean {
  const isThing = (item: Item | undefined): boolean =>
    item?.ids.some((id) => /^(?:category|material|colour|pattern):/.test(id) && !item.entry?.weakIds.includes(id)) ??
    false;
  return isThing(items[at + 1]) || isThing(items[at - 1]) || isThing(items[at + 2]);
}

/** Without values that another of them is a kind of or resembles: a clutch bag is a clutch, not a handbag. */
function mostSpecific(lexicon: Lexicon, facet: string, values: string[]): string[] {
  return values.filter(
    (value) =>
      !values.some((other) => other !== value && lexicon.resembling(`${facet}:${value}`).includes(`${facet}:${other}`)),
  );
}

function splitHan(word: string): string[] {
  return /[㐀-鿿]/.test(word) ? [...word] : [word];
}
