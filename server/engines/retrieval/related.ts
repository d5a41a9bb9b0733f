import type { WordNeighbours } from '#engines/vectors';
import type { Bitset } from './bitset.ts';
import type { QueryTerm } from './query-terms.ts';
import type { SearchContext } from './search.ts';
import type { NearMiss } from './search-types.ts';
import { inOrder, selectBestOf } from './select-best.ts';
import { singular } from './singular.ts';
import { keyOf } from './sort-key.ts';
import { scoreText } from './text-score.ts';

/** A word of nearly the same meaning speaks this much for a word, times the square of their likeness. */
const RELATED_WEIGHT = 0.6;
/** The key and facet of what such a near miss bends. */
const WORDS = 'words';

/**
 * Listings of a set that have too few of the typed words to be results: those with some of them, or with words that
 * mean nearly the same ("couch" for "sofa"), best first, each with the words it lacks. Query expansion by word vectors
 * as in Kuzi, Shtok and Kurland, "Query Expansion Using Word Embeddings" (2016). Takes over the score board.
 *
 * @param within listings that hold everything that was asked for, without those that are shown already.
 */
export function findRelated(
  terms: readonly QueryTerm[],
  within: Bitset,
  limit: number,
  context: SearchContext,
): NearMiss[] {
  if (terms.length === 0 || within.every((word) => word === 0)) return [];
  const { board, store, text } = context;
  scoreText(board, expanded(terms, context), text, store, within);
  const score = keyOf((slot) => board.score[slot]!);
  const best = selectBestOf(board.touched, board.touchedCount, within, limit, score, store);
  const { postings } = text.vocabulary;
  return inOrder(best, score, store).map((slot) => {
    const lacks = terms.filter(({ alternatives }) => !alternatives.some(({ list }) => postings.has(list, slot)));
    const wanted = lacks.map((term) => term.text).join(' ');
    return {
      id: store.id(slot),
      score: score.of(slot),
      bends: [{ key: WORDS, facet: WORDS, wanted, has: undefined }],
    };
  });
}

/** The terms with the words that mean nearly the same as further, weaker alternatives. */
function expanded(terms: readonly QueryTerm[], { neighbours, text: { vocabulary } }: SearchContext): QueryTerm[] {
  return terms.map((term) => {
    const known = new Set(term.alternatives.map(({ list }) => list));
    const alternatives = [...term.alternatives];
    for (const { word, similarity } of neighboursOf(term, neighbours)) {
      const list = vocabulary.find(singular(word));
      if (list === undefined || known.has(list)) continue;
      known.add(list);
      alternatives.push({ list, weight: RELATED_WEIGHT * similarity * similarity });
    }
    return { ...term, alternatives };
  });
}

function neighboursOf(
  { kind, text }: QueryTerm,
  neighbours: WordNeighbours | undefined,
): { word: string; similarity: number }[] {
  return kind === 'word' && neighbours ? neighbours.of(text) : [];
}
