import { hasSlot, intersect, removeSlot } from './bitset.ts';
import { statedBy } from './constraint-filter.ts';
import { valuesOf } from './facet-values.ts';
import { resolveTerms } from './query-terms.ts';
import type { WantedWord } from './request-words.ts';
import type { SearchContext } from './search.ts';
import type { SearchHit } from './search-types.ts';
import { inOrder, selectBest } from './select-best.ts';
import { createSlotRoom, slotSetOf } from './slot-set.ts';
import { keyOf } from './sort-key.ts';
import type { TextIndex } from './text-index.ts';
import { scoreText } from './text-score.ts';
import { isAfterBoundary, isAfterPreposition, isCode, isNumber, listOf } from './title-store.ts';

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

/** Reused between searches. */
const room = createSlotRoom();

export function findSimilar(id: string, limit: number, context: SearchContext): SearchHit[] {
  const { store, text, board, columns, facets } = context;
  const slot = store.slotOf(id);
  if (slot === undefined) return [];
  const visible = store.available();
  removeSlot(visible, slot);
  const own = valuesOf(slot, facets);
  const categories = own.flatMap(({ facet, value }) => (facet === 'category' ? [value] : []));
  const sameKind = intersect(
    visible.slice(),
    statedBy({ key: 'category', facet: 'category', operator: 'is', anyOf: categories, bendable: true }, context),
  );
  const shared = own.flatMap(({ facet, list }) => {
    const weight = SHARED_FACETS[facet];
    return weight === undefined ? [] : [{ list, weight }];
  });
  const { values: alike, touched } = columns.cleared(0, store.capacity);
  for (const { list, weight } of shared) {
    const page = facets.postings.page(list);
    const start = facets.postings.offset(list);
    const end = start + facets.postings.length(list);
    for (let at = start; at < end; at++) {
      if (alike[page[at]!] === 0) touched.push(page[at]!);
      alike[page[at]!]! += weight;
    }
  }
  const candidates = categories.length > 0 ? sameKind : visible;
  scoreText(board, resolveTerms(titleWords(slot, text), text.vocabulary, store.size), text, store, candidates);
  const likeness = keyOf((other) => board.score[other]! + (hasSlot(sameKind, other) ? 1 : 0) + alike[other]!);
  const { slots } = slotSetOf(candidates, room);
  return inOrder(selectBest(slots(), limit, likeness, store), likeness, store).map((other) => ({
    id: store.id(other),
    score: likeness.of(other),
    wishes: [],
  }));
}

function titleWords(slot: number, { titles, vocabulary }: TextIndex): WantedWord[] {
  const start = titles.offset(slot);
  return [...titles.page(slot).subarray(start, start + titles.length(slot))].map((word, position) => ({
    isHeld: false,
    term: {
      text: vocabulary.text(listOf(word)),
      kind: isNumber(word) ? 'number' : isCode(word) ? 'code' : 'word',
      boundary: isAfterPreposition(word) ? 'preposition' : isAfterBoundary(word) ? 'hard' : 'none',
      position,
    },
  }));
}
