import { analyse } from './analyse.ts';
import { fold } from './fold.ts';
import type { SearchContext } from './search.ts';

/** A completion: what to put into the box, what kind of thing it is, and how many available listings it stands for. */
export type Suggestion = { text: string; kind: 'brand' | 'category' | 'words'; count: number };

const MOST_COMPLETIONS = 40;

export function suggestCompletions(prefix: string, limit: number, context: SearchContext): Suggestion[] {
  const typed = fold(prefix).trim();
  if (typed === '' || limit <= 0) return [];
  const named = [...namedLike(typed, 'category', context), ...namedLike(typed, 'brand', context)];
  const completed = completeLastWord(typed, context);
  const best = new Map<string, Suggestion>();
  for (const suggestion of [...named, ...completed]) {
    if (!best.has(suggestion.text)) best.set(suggestion.text, suggestion);
  }
  return [...best.values()].slice(0, limit);
}

/** Brands and categories with a word that begins as typed. */
function namedLike(typed: string, kind: 'brand' | 'category', { facets }: SearchContext): Suggestion[] {
  const found: Suggestion[] = [];
  for (const [value, list] of facets.values(kind)) {
    const count = facets.postings.length(list);
    if (count === 0) continue;
    const name = fold(value).replaceAll('-', ' ');
    if (name.startsWith(typed) || name.includes(` ${typed}`)) {
      found.push({ text: kind === 'category' ? name : value, kind, count });
    }
  }
  return found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

/** Words that finish the last one typed and stand together with those before it in some listing. */
function completeLastWord(typed: string, { text }: SearchContext): Suggestion[] {
  const { vocabulary } = text;
  const space = typed.lastIndexOf(' ');
  const before = typed.slice(0, space + 1);
  const required = analyse(before).flatMap(({ text: word }) => vocabulary.find(word) ?? []);
  const found: Suggestion[] = [];
  for (const list of vocabulary.startingWith(typed.slice(space + 1), MOST_COMPLETIONS)) {
    const word = vocabulary.text(list);
    const count = countTogether([...required, list], vocabulary.postings);
    if (count > 0) found.push({ text: before + word, kind: 'words', count });
  }
  return found.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function countTogether(lists: readonly number[], postings: SearchContext['text']['vocabulary']['postings']): number {
  const [shortest, ...others] = [...lists].sort((a, b) => postings.length(a) - postings.length(b));
  const page = postings.page(shortest!);
  const start = postings.offset(shortest!);
  const end = start + postings.length(shortest!) * postings.width;
  let count = 0;
  for (let at = start; at < end; at += postings.width) {
    if (others.every((list) => postings.has(list, page[at]!))) count++;
  }
  return count;
}
