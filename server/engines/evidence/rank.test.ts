import { describe, expect, test } from 'vitest';
import { loadWordVectors } from '#engines/vectors';
import { readWordVectorBytes } from '../../../knowledge/vectors/index.ts';
import type { EvidencePassage } from './evidence-types.ts';
import { createEvidenceRanker } from './rank.ts';

const vectors = loadWordVectors(readWordVectorBytes());
const ranker = createEvidenceRanker({ vectors });

const passages: EvidencePassage[] = [
  { id: 'a', text: 'I bought these in May. The zip gets stuck near the top.', source: 'review' },
  { id: 'b', text: 'Lovely colour. My sister wants one.', source: 'review' },
  { id: 'c', text: 'Two pins inside the back seam.', source: 'answer', question: 'Is the bow sewn on?' },
];

describe('ranking evidence', () => {
  test('the passage that answers comes first, with the sentence that does', () => {
    const [best] = ranker.rank('Does the zip get stuck?', passages).ranked;
    expect(best!.passage.id).toBe('a');
    expect(best!.passage.text.slice(best!.span.start, best!.span.end)).toBe('The zip gets stuck near the top.');
  });

  test('an answer is found by the question it once answered', () => {
    expect(ranker.rank('Can the bow be taken off or is it sewn?', passages).ranked[0]!.passage.id).toBe('c');
  });

  test('an unanswered question is less answerable than an answered one', () => {
    const answered = ranker.rank('Does the zip get stuck?', passages).answerability;
    const open = ranker.rank('Which airline cabin bag fits inside?', passages).answerability;
    expect(open).toBeLessThan(answered);
  });

  test('the same question gives the same ranking, and works without vectors', () => {
    expect(ranker.rank('Does the zip get stuck?', passages)).toEqual(ranker.rank('Does the zip get stuck?', passages));
    expect(createEvidenceRanker().rank('Does the zip get stuck?', passages).ranked[0]!.passage.id).toBe('a');
  });

  test('nothing to rank gives nothing', () => {
    expect(ranker.rank('anything?', [])).toEqual({ ranked: [], answerability: 0 });
  });

  test('near words stand near', () => {
    const at = (word: string) => vectors.indexOf(word);
    expect(vectors.similarity(at('dress'), at('gown'))).toBeGreaterThan(vectors.similarity(at('dress'), at('battery')));
  });

  test('bytes that are no table are refused', () => {
    expect(() => loadWordVectors(new Uint8Array(64))).toThrow('not a table of word vectors');
  });
});
