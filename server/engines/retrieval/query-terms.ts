import type { Term } from './analyse.ts';
import type { WantedWord } from './request-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing asked for, in the words of the index: the strongest of the alternatives that a listing has speaks for it. */
export type QueryTerm = {
  text: string;
  alternatives: { list: number; weight: number }[];
  /** How much the term tells (inverse document frequency of what it stands for). */
  weight: number;
  /** What the thing is: the head of the phrase that asks for it. */
  isHead: boolean;
  /** A constraint speaks for it already. */
  isHeld: boolean;
  boundary: Term['boundary'];
  kind: Term['kind'];
};

const MOST_TERMS = 24;
const PREFIX_WEIGHT = 0.6;
const TYPO_WEIGHT = 0.7;
const PART_WEIGHT = 0.5;
const CODE_PART_WEIGHT = 0.25;
const STEM_WEIGHT = 0.3;
const RARE_WEIGHT = 0.5;
/** A word in at most so many listings may be a typing error of one that is so many times as common. */
const RARE = 5;
const COMMON_TIMES = 20;
const SHORTEST_RARE = 5;

/** Finds what each wanted word is called in the index: exactly, joined or split, mistyped, or as a beginning. */
export function resolveTerms(words: readonly WantedWord[], vocabulary: Vocabulary, listings: number): QueryTerm[] {
  const resolved: QueryTerm[] = [];
  const seen = new Set<string>();
  for (const { spellings, isHeld, boundary, kind } of groupsOf(words, vocabulary)) {
    const name = spellings[0]!.text;
    if (seen.has(name) || resolved.length === MOST_TERMS) continue;
    seen.add(name);
    const alternatives = findAlternatives(spellings, vocabulary);
    const weight = informationOf(alternatives, vocabulary, listings);
    resolved.push({ text: name, alternatives, weight, isHeld, isHead: false, boundary, kind });
  }
  joinNeighbours(resolved, vocabulary, listings);
  for (const { alternatives } of resolved) alternatives.sort((a, b) => b.weight - a.weight);
  const head = headOf(resolved);
  if (head) head.isHead = true;
  return resolved;
}

/** What is asked for: the last word before a preposition, or the last of all. */
function headOf(terms: readonly QueryTerm[]): QueryTerm | undefined {
  const turn = terms.findIndex(({ boundary }, index) => index > 0 && boundary === 'preposition');
  const phrase = turn > 0 ? terms.slice(0, turn) : terms;
  return phrase.findLast(({ kind }) => kind === 'word') ?? phrase.at(-1);
}

/** Spellings of one wanted thing: the one to look for first, then its parts with how much each counts. */
type Group = Omit<WantedWord, 'term'> & {
  spellings: { text: string; weight: number }[];
  boundary: Term['boundary'];
  kind: Term['kind'];
};

/** "12" and "12in" are one thing; so are "tn", "2110" and "tn2110" where the index knows the whole code. */
function groupsOf(words: readonly WantedWord[], vocabulary: Vocabulary): Group[] {
  const groups: Group[] = [];
  for (const { term, isHeld } of words) {
    const { text, kind, parts, boundary } = term;
    const whole = { text, weight: 1 };
    const last = groups.at(-1);
    if (parts === undefined || last === undefined) {
      groups.push({ spellings: [whole], isHeld, boundary, kind });
    } else if (parts === 1) {
      last.spellings = [whole, ...last.spellings.map((part) => ({ ...part, weight: PART_WEIGHT }))];
    } else if (kind === 'code' && vocabulary.find(text) !== undefined) {
      const own = groups.splice(Math.max(0, groups.length - parts));
      const rest = own.flatMap(({ spellings }) => spellings.map((part) => ({ ...part, weight: CODE_PART_WEIGHT })));
      groups.push({ ...last, spellings: [whole, ...rest], boundary: own[0]?.boundary ?? boundary, kind });
    } else {
      for (const { spellings } of groups.slice(-parts)) spellings.push(whole);
    }
  }
  return groups;
}

function findAlternatives(group: Group['spellings'], vocabulary: Vocabulary): QueryTerm['alternatives'] {
  const whole = group[0]!.text;
  const alternatives: QueryTerm['alternatives'] = [];
  for (const { text, weight } of group) {
    const list = vocabulary.find(text);
    if (list !== undefined) alternatives.push({ list, weight });
  }
  if (alternatives.length > 0) {
    addRelated(whole, alternatives, vocabulary);
    return alternatives;
  }
  const halves = splitCompound(whole, vocabulary);
  if (halves.length > 0) return halves.map((list) => ({ list, weight: PART_WEIGHT }));
  const similar = vocabulary.resembling(whole, 3);
  const nearest = similar[0]?.distance;
  for (const { list, distance } of similar) {
    if (distance === nearest) alternatives.push({ list, weight: TYPO_WEIGHT / distance });
  }
  if (alternatives.length > 0 || whole.length < 3) return alternatives;
  return vocabulary.startingWith(whole, 5).map((list) => ({ list, weight: PREFIX_WEIGHT }));
}

/** Other forms of the word ("fencing" for "fence"), and what a word that hardly ever stands was probably meant to be. */
function addRelated(word: string, alternatives: QueryTerm['alternatives'], vocabulary: Vocabulary): void {
  const known = new Set(alternatives.map(({ list }) => list));
  const own = vocabulary.frequency(alternatives[0]!.list);
  const add = (list: number, weight: number): void => {
    if (!known.has(list)) alternatives.push({ list, weight });
    known.add(list);
  };
  for (const list of vocabulary.sharingStem(word)) add(list, STEM_WEIGHT);
  if (own > RARE || word.length < SHORTEST_RARE) return;
  for (const { list, distance } of vocabulary.resembling(word, 4)) {
    if (distance === 1 && vocabulary.frequency(list) >= COMMON_TIMES * own) add(list, RARE_WEIGHT);
  }
}

/** "airconditioner" -> "air", "conditioner"; only where both halves are words of the index. */
function splitCompound(word: string, vocabulary: Vocabulary): number[] {
  let best: number[] = [];
  let bestFrequency = 0;
  for (let at = 3; at <= word.length - 3; at++) {
    const left = vocabulary.find(word.slice(0, at));
    if (left === undefined) continue;
    const right = vocabulary.find(word.slice(at));
    if (right === undefined) continue;
    const rarer = Math.min(vocabulary.frequency(left), vocabulary.frequency(right));
    if (rarer > bestFrequency) {
      best = [left, right];
      bestFrequency = rarer;
    }
  }
  return best;
}

/** "smart watch" is also found as "smartwatch". */
function joinNeighbours(terms: QueryTerm[], vocabulary: Vocabulary, listings: number): void {
  for (let at = 0; at + 1 < terms.length; at++) {
    const left = terms[at]!;
    const right = terms[at + 1]!;
    const joined = vocabulary.find(left.text + right.text);
    if (joined === undefined) continue;
    for (const term of [left, right]) {
      term.alternatives.push({ list: joined, weight: 1 });
      term.weight = informationOf(term.alternatives, vocabulary, listings);
    }
  }
}

/** BM25's idf of the rarest alternative that counts fully; a word nobody knows tells as much as one that stands once. */
function informationOf(alternatives: QueryTerm['alternatives'], vocabulary: Vocabulary, listings: number): number {
  let frequency = 1;
  let strongest = 0;
  for (const { list, weight } of alternatives) {
    if (weight < strongest) continue;
    const own = vocabulary.frequency(list);
    frequency = weight > strongest ? own : Math.max(frequency, own);
    strongest = weight;
  }
  return idf(frequency, listings);
}

export function idf(frequency: number, listings: number): number {
  return Math.log(1 + (listings - frequency + 0.5) / (frequency + 0.5));
}
