import { conceptFacet } from '../lexicon.ts';
import type { Item } from '../match.ts';
import type { Intent } from '../need.ts';
import type { QuestionKind } from '../question-kind.ts';

/** What the router looks at: the utterance as matched, and what the page and the other readers know of it. */
export type RouterInput = {
  text: string;
  items: Item[];
  isListing: boolean;
  questionKind: QuestionKind;
  mustFacets: string[];
  hasReference: boolean;
  /** Ids held against each other. */
  compared: string[];
  /** What the cues alone say. */
  byCues: Intent;
};

/** Longer runs were tried and told less of utterances not learnt from. */
const LONGEST_RUN = 2;
const LONGEST_HAN = 3;

/**
 * The features of an utterance, each a readable name: runs of one and two words in which things stand as their facet
 * ("when buying <category>"), pieces of words and of Chinese text, cues, facets, and the shape of the whole.
 */
export function routerFeatures(input: RouterInput): string[] {
  const features = new Set<string>();
  const words = maskedWords(input.items);
  addRuns(features, ['^', ...words, '$'], LONGEST_RUN);
  for (const word of words) {
    if (word.startsWith('<')) continue;
    if (/\p{Script=Han}/u.test(word)) addHan(features, word);
    else if (word.length >= 4) {
      features.add(`p:${word.slice(0, 4)}`);
      features.add(`e:${word.slice(-3)}`);
    }
  }
  addHan(features, words.map((word) => (word.startsWith('<') ? '□' : word)).join(''));
  const facets = new Map<string, number>();
  for (const item of input.items) {
    for (const facet of new Set(item.ids.map(conceptFacet))) facets.set(facet, (facets.get(facet) ?? 0) + 1);
    for (const cue of item.cues) features.add(`cue:${cue}`);
  }
  for (const [facet, count] of facets) {
    features.add(`facet:${facet}`);
    if (count > 1) features.add(`facets:${facet}`);
  }
  const place = input.isListing ? 'listing' : 'anywhere';
  features.add(`at:${place}`);
  features.add(`asks:${input.questionKind}`);
  features.add(`asks:${place}:${input.questionKind}`);
  features.add(`cues:${input.byCues}`);
  features.add(`cues:${place}:${input.byCues}`);
  for (const facet of input.mustFacets) features.add(`must:${facet}`);
  features.add(`musts:${Math.min(4, input.mustFacets.length)}`);
  features.add(`facets:${Math.min(5, facets.size)}`);
  features.add(`words:${Math.min(6, Math.floor(Math.log2(1 + words.length) * 1.5))}`);
  if (input.hasReference) features.add('reference');
  if (input.compared.length >= 2) features.add('compared');
  if (facets.size === 0) features.add('nothing-named');
  if (/[?？؟]/.test(input.text)) features.add('question-mark');
  if (/[.,;!，。；！،]/.test(input.text)) features.add('clauses');
  return [...features];
}

/** The words in order, things as their facet, numbers as one sign; Chinese that names nothing stays in runs. */
function maskedWords(items: Item[]): string[] {
  const words: string[] = [];
  for (const item of items) {
    if (item.brands.length > 0) words.push('<brand>');
    else if (item.ids.length > 0) words.push(`<${conceptFacet(item.ids[0]!)}>`);
    else if (item.kind === 'number') words.push('<number>');
    else if (item.kind === 'symbol') continue;
    else
      words.push(
        ...(item.corrected ?? item.text)
          .toLowerCase()
          .split(/[\s\u200c]+/)
          .filter(Boolean),
      );
  }
  return joinHan(words);
}

function joinHan(words: string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && /\p{Script=Han}$/u.test(last) && /^\p{Script=Han}/u.test(word)) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

function addRuns(features: Set<string>, words: string[], longest: number): void {
  for (let at = 0; at < words.length; at++)
    for (let size = 1; size <= longest && at + size <= words.length; size++)
      features.add(`w:${words.slice(at, at + size).join(' ')}`);
}

function addHan(features: Set<string>, text: string): void {
  if (!/\p{Script=Han}/u.test(text)) return;
  const characters = [...text];
  for (let at = 0; at < characters.length; at++)
    for (let size = 1; size <= LONGEST_HAN && at + size <= characters.length; size++)
      features.add(`h:${characters.slice(at, at + size).join('')}`);
}
