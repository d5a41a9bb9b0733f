import { remember } from '#engines/memo';
import type { Concept, Knowledge } from '#knowledge';
import { labelForms } from './label-forms.ts';
import { lex } from './lex.ts';
import type { Language } from './need.ts';
import { addTo, createNode, entryAt, type TrieNode } from './trie.ts';

/** Concepts and cues by their words, ready to match. Built once from the knowledge files. */
export type Lexicon = {
  root: TrieNode;
  concepts: ReadonlyMap<string, Concept>;
  /** Ids of everything that is a kind of the concept, itself first. */
  narrower(id: string): string[];
  /** Narrower ones and those that merely resemble it: what an exclusion must leave out too. */
  resembling(id: string): string[];
  /** Ids of everything the concept is a kind of, nearest first. */
  broader(id: string): string[];
  /** Every word that is part of a label or cue, and ordinary words: none of them is a misspelling. */
  words: ReadonlySet<string>;
  /** Words of the labels of things; misspellings are corrected towards these. */
  spellable: ReadonlySet<string>;
};

const LANGUAGES: Language[] = ['en', 'zh', 'fa'];

export function buildLexicon(knowledge: Knowledge): Lexicon {
  const root = createNode();
  const words = new Set<string>();
  const spellable = new Set<string>();
  const concepts = new Map(knowledge.concepts.map((concept) => [concept.id, concept]));

  for (const sense of knowledge.senses) {
    const language = /[؀-ۿ]/.test(sense.label) ? 'fa' : /[㐀-鿿]/.test(sense.label) ? 'zh' : 'en';
    for (const forms of labelForms(sense.label, { exact: false, language })) {
      const entry = entryAt(root, forms);
      if (entry.isSense) continue;
      entry.isSense = true;
      entry.ids = [...sense.ids];
      entry.prefer = sense.prefer;
      for (const form of forms) words.add(form);
    }
  }
  const labels = knowledge.concepts.flatMap(prepareLabels);
  for (const label of labels) addLabel(root, words, label, 'as-written');
  for (const label of labels) addLabel(root, words, label, 'variants');
  for (const concept of knowledge.concepts) {
    if (SPELLED_FACETS.has(conceptFacet(concept.id))) addSpellable(spellable, concept, isWorn(concept, concepts));
  }
  for (const line of knowledge.ordinaryWords) for (const word of line.split(' ')) words.add(word);
  for (const cue of knowledge.cues) {
    for (const language of LANGUAGES) {
      for (const label of cue[language]) addCue(root, words, cue.cue, label, language);
    }
  }

  const strictChildren = childrenOf(knowledge.concepts, (concept) => concept.broader ?? []);
  const looseChildren = childrenOf(knowledge.concepts, (concept) => [
    ...(concept.broader ?? []),
    ...(concept.near ?? []),
  ]);
  const parents = new Map(knowledge.concepts.map((concept) => [concept.id, concept.broader ?? []]));
  return {
    root,
    concepts,
    words,
    spellable,
    narrower: related((id) => reach(id, strictChildren)),
    resembling: related((id) => reach(id, looseChildren, strictChildren)),
    broader: related((id) => reach(id, parents).slice(1)),
  };
}

/** Facets whose words people misspell in earnest; elsewhere ordinary words would be "corrected" to rare ones. */
const SPELLED_FACETS = new Set(
  'category colour pattern material neckline sleeve silhouette heelType department condition noiseCancelling waterproof headphoneType occasion details wireless bow'.split(
    ' ',
  ),
);

/** Kinds of things whose names people mistype part by part ("ancle boots"); of others only names of one word. */
const WORN = new Set([
  'category:clothing',
  'category:shoes',
  'category:bags',
  'category:accessories',
  'category:audio',
]);

function isWorn({ id, broader = [] }: Concept, concepts: ReadonlyMap<string, Concept>): boolean {
  if (conceptFacet(id) !== 'category' || WORN.has(id)) return true;
  return broader.some((each) => WORN.has(each) || isWorn(concepts.get(each)!, concepts));
}

function addSpellable(spellable: Set<string>, concept: Concept, inParts: boolean): void {
  const isCategory = conceptFacet(concept.id) === 'category';
  for (const language of LANGUAGES) {
    for (const written of concept[language]) {
      const variants = labelForms(written.replace(/^[=?]/, ''), { exact: !isCategory, language });
      if ((variants[0]?.length ?? 9) > (inParts ? 2 : 1)) continue;
      for (const forms of variants) for (const form of forms) spellable.add(form);
    }
  }
}

/** A label with what it says and the sequences of words it should match in, as written first. */
type PreparedLabel = { ids: string[]; weakIds: string[]; variants: string[][] };

function prepareLabels(concept: Concept): PreparedLabel[] {
  const own = [...(concept.of ?? []), concept.id];
  return LANGUAGES.flatMap((language) =>
    concept[language].map((written) => {
      const isExact = written.startsWith('=');
      const isWeak = written.startsWith('?');
      const variants = labelForms(isExact || isWeak ? written.slice(1) : written, { exact: isExact, language });
      const ids = [...own, ...(concept.implies?.[written] ?? [])];
      return { ids, weakIds: isWeak ? own : [], variants };
    }),
  );
}

/** Labels as written come before their plurals: "lace" is the fabric although shoes have "laces". */
function addLabel(root: TrieNode, words: Set<string>, label: PreparedLabel, pass: 'as-written' | 'variants'): void {
  for (const forms of pass === 'as-written' ? label.variants.slice(0, 1) : label.variants.slice(1)) {
    const entry = entryAt(root, forms);
    for (const form of forms) words.add(form);
    if (entry.isSense || (pass === 'variants' && entry.isWritten)) continue;
    if (pass === 'as-written') entry.isWritten = true;
    for (const id of label.ids) addTo(entry, 'ids', id);
    for (const id of label.weakIds) addTo(entry, 'weakIds', id);
  }
}

function addCue(root: TrieNode, words: Set<string>, cue: string, written: string, language: Language): void {
  const label = written.startsWith('=') ? written.slice(1) : written;
  for (const forms of labelForms(label, { exact: true, language })) {
    const entry = entryAt(root, forms);
    for (const form of forms) words.add(form);
    addTo(entry, 'cues', cue);
  }
}

function childrenOf(concepts: Concept[], parentsOf: (concept: Concept) => string[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const concept of concepts) {
    for (const parent of parentsOf(concept)) children.set(parent, [...(children.get(parent) ?? []), concept.id]);
  }
  return children;
}

const MOST_ANSWERS = 5000;

/** What is related to a concept, remembered; callers get a copy of their own. */
function related(compute: (id: string) => string[]): (id: string) => string[] {
  const answer = remember(compute, MOST_ANSWERS);
  return (id) => [...answer(id)];
}

/** Everything reachable; from the second step on by `further`, so that a resemblance of a resemblance does not count. */
function reach(id: string, edges: Map<string, string[]>, further = edges): string[] {
  const seen = new Set([id]);
  let front = [id];
  let current = edges;
  while (front.length > 0) {
    const next: string[] = [];
    for (const from of front) {
      for (const to of current.get(from) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        next.push(to);
      }
    }
    front = next;
    current = further;
  }
  return [...seen];
}

/** Facets whose concepts say more finely (`of`) what another facet says already. */
export const FINER_FACETS: ReadonlySet<string> = new Set([
  'kind',
  'shade',
  'fabric',
  'metal',
  'wood',
  'stone',
  'print',
]);

/** `colour` of `colour:red`. */
export function conceptFacet(id: string): string {
  return id.slice(0, id.indexOf(':'));
}

/** `red` of `colour:red`. */
export function conceptValue(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/** A brand or label as it is compared: folded words with single spaces. */
export function normaliseLabel(text: string): string {
  return lex(text)
    .filter((unit) => unit.kind !== 'symbol')
    .map((unit) => unit.form)
    .join(' ');
}
