import { describe, expect, test } from 'vitest';
import { createLanguage } from '#engines/language';
import { loadWordVectors } from '#engines/vectors';
import { readQuestionVectorBytes, readWordVectorBytes } from '../../../../knowledge/vectors/index.ts';
import { createEvidenceRanker } from '../rank.ts';
import { createQuestionVectors } from './question-vectors.ts';

const ranker = createEvidenceRanker({
  vectors: loadWordVectors(readWordVectorBytes()),
  concepts: createLanguage(),
  questions: createQuestionVectors(loadWordVectors(readQuestionVectorBytes())),
});

describe('questions that ask the same', () => {
  test.each([
    ['Can I detach the bow on this one?', 'Does the bow come off?', ['Does it run small?', 'What red is it?']],
    ['how heavy is it? I have a long dinner in it', 'How much does it weigh?', ['Does it look green?']],
    ['飞机上能不能挡住小孩哭', '飞机上婴儿哭能挡住吗？', ['能折叠吗？包小。', '主动降噪会不会头晕？']],
    ['یقه‌اش روی شونه می‌مونه؟', 'یقه روی شانه می‌ماند؟', ['پاپیون باز می‌شود یا دوخته شده؟', 'قرمزش به نارنجی می‌زند؟']],
  ])('"%s" is "%s"', (asked, same, others) => {
    const [likeness, ...rest] = ranker.likeness(asked, [same, ...others]);
    expect(likeness).toBeGreaterThan(0.5);
    expect(Math.max(...rest)).toBeLessThan(0.5);
  });

  test('nothing is like it where nobody asked before', () => {
    expect(ranker.likeness('Does it have pockets?', [])).toEqual([]);
  });
});
