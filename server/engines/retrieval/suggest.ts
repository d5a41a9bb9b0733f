import { remember } from '#engines/memo';
import { analyse } from './analyse.ts';
import { addSlot, type Bitset, emptySet, intersect } from './bitset.ts';
import { fold } from './fold.ts';
import type { Postings } from './postings.ts';
import type { SearchContext } from './search.ts';

/** A completion: what to put into the box, what kind of thing it is, and how many available listings it stands for. */
export type Suggestion = { text: string; kind: 'brand' | 'category' | 'words'; count: number };

const MOST_COMPLETIONS = 40;
const REMEMBERED_NAMES = 100_000;

export function suggestCompletions(prefix: string, limit: number, context: SearchContext): Suggestion[] {
  const typed = fold(prefix).trim();
  if (typed === '' || limit <= 0) return [];
  const named = [...namedLike(typed, 'category', context), ...namedLike(typed, 'brand', context)];
  const completed = completeLastWord(typed, limit, context);
  const best = new Map<string, Suggestion>();
  for (const suggestion of [...named, ...completed]) {
    if (!best.has(suggestion.text)) best.set(suggestion.text, suggestion);
  }
  return [...best.values()].slice(0, limit);
}

/** A brand's or a category's name as people type it. */
const typedName = remember((value) => fold(value).replaceAll('-', ' '), REMEMBERED_NAMES);

/** Brands and categories with a word that begins as typed. */
function namedLike(typed: string, kind: 'brand' | 'category', { facets }: SearchContext): Suggestion[] {
  const found: Suggestion[] = [];
  const within = ` ${typed}`;
  for (const [value, list] of facets.values(kind)) {
    const name = typedName(value);
    if (!name.startsWith(typed) && !name.includes(within)) continue;
    const count = facets.postings.length(list);
    if (count > 0) found.push({ text: kind === 'category' ? name : value, kind, count });
  }
  return found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** Words that finish the last one typed and stand together with those before it in some listing, most often first. */
function completeLastWord(typed: string, limit: number, { text, store }: SearchContext): Suggestion[] {
  const { vocabulary } = text;
  const space = typed.lastIndexOf(' ');
  const before = typed.slice(0, space + 1);
  const required = analyse(before).flatMap(({ text: word }) => vocabulary.find(word) ?? []);
  const having = required.length > 0 ? havingAll(required, vocabulary.postings, store.capacity) : undefined;
  let found: Suggestion[] = [];
  for (const list of vocabulary.startingWith(typed.slice(space + 1), MOST_COMPLETIONS)) {
    // They come most frequent first: no later one stands together more often than it stands at all.
    if (found.length >= limit && vocabulary.frequency(list) < found[limit - 1]!.count) break;
    const count = having ? countWithin(list, having, vocabulary.postings) : vocabulary.frequency(list);
    if (count > 0) found.push({ text: before + vocabulary.text(list), kind: 'words', count });
    found = found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  }
  return found;
}

function havingAll(lists: readonly number[], postings: Postings, capacity: number): Bitset {
  const sets = lists.map((list) => {
    const set = emptySet(capacity);
    const page = postings.page(list);
    const end = postings.offset(list) + postings.length(list) * 2;
    for (let at = postings.offset(list); at < end; at += 2) addSlot(set, page[at]!);
    return set;
  });
  return sets.reduce<Bitset>(intersect, sets[0]!);
}

function countWithin(list: number, set: Bitset, postings: Postings): number {
  const page = postings.page(list);
  const end = postings.offset(list) + postings.length(list) * 2;
  let count = 0;
  for (let at = postings.offset(list); at < end; at += 2) count += (set[page[at]! >>> 5]! >>> (page[at]! & 31)) & 1;
  return count;
}
