import { analyse } from './analyse.ts';
import { hasSlot, removeSlot } from './bitset.ts';
import { holding } from './constraint-filter.ts';
import { readFacts } from './facts.ts';
import { resolveTerms } from './query-terms.ts';
import type { WantedWord } from './request-words.ts';
import type { SearchContext } from './search.ts';
import type { SearchHit } from './search-types.ts';
import { selectBest } from './select-best.ts';
import { scoreText } from './text-score.ts';

/** What two similar things share, and how much each shared facet counts against a full match in words. */
const SHARED_FACETS: Record<string, number> = {
  department: 0.2,
  colour: 0.3,
  material: 0.25,
  brand: 0.2,
  pattern: 0.15,
  length: 0.15,
  style: 0.2,
  headphoneType: 0.3,
};

export function findSimilar(id: string, limit: number, context: SearchContext): SearchHit[] {
  const { store, text, board, facets, language } = context;
  const slot = store.slotOf(id);
  if (slot === undefined) return [];
  const document = store.document(slot);
  const facts = readFacts(document, language);
  scoreText(board, resolveTerms(titleWords(document.title), text.vocabulary, text.count), text, store.capacity);
  const visible = store.available();
  removeSlot(visible, slot);
  const categories = [...(facts.values.get('category') ?? [])];
  const sameKind = holding(
    { key: 'category', facet: 'category', operator: 'is', anyOf: categories, bendable: true },
    visible,
    context,
  );
  removeSlot(sameKind, slot);
  const shared = Object.entries(SHARED_FACETS).flatMap(([facet, weight]) =>
    [...(facts.values.get(facet) ?? [])].flatMap((value) => {
      const list = facets.list(facet, value);
      return list === undefined ? [] : [{ list, weight }];
    }),
  );
  const scoreOf = (other: number): number => {
    let score = board.score[other]! + (hasSlot(sameKind, other) ? 1 : 0);
    for (const { list, weight } of shared) if (facets.postings.has(list, other)) score += weight;
    return score;
  };
  const candidates = categories.length > 0 ? sameKind : visible;
  return selectBest(candidates, limit, scoreOf, store).map((other) => ({
    id: store.document(other).id,
    score: scoreOf(other),
    wishes: [],
  }));
}

function titleWords(title: string): WantedWord[] {
  return analyse(title).map((term) => ({ term, isHeld: false }));
}
