import { describe, expect, test } from 'vitest';
import {
  attributePassages,
  createEvidenceRanker,
  createQuestionVectors,
  type EvidencePassage,
} from '#engines/evidence';
import { createLanguage } from '#engines/language';
import { loadWordVectors } from '#engines/vectors';
import { readQuestionVectorBytes } from '../../../knowledge/vectors/index.ts';
import type { ListingEvidence } from './answer-input.ts';
import { suggestForListing } from './suggest-questions.ts';

describe('questions worth asking about a listing', () => {
  const ranker = createEvidenceRanker({
    questions: createQuestionVectors(loadWordVectors(readQuestionVectorBytes())),
  });
  let rankings = 0;
  const tools = {
    ranker: {
      ...ranker,
      rank: (...asked: Parameters<typeof ranker.rank>) => {
        rankings++;
        return ranker.rank(...asked);
      },
    },
    labelOf: createLanguage().labelOf,
  };

  function headphones(said: string[], asked: { question: string; answer: string }[] = []): ListingEvidence {
    const about = { kind: 'listing' as const, id: 'thud' };
    return {
      listingId: about.id,
      title: 'Thud headphones',
      category: 'headphones',
      passages: [
        ...attributePassages(about, { bass: 'strong', batteryHours: 25 }),
        ...asked.map(
          ({ question, answer }, i): EvidencePassage => ({
            id: `a${i}`,
            text: answer,
            question,
            source: 'answer',
            by: 'seller',
            language: 'en',
            about,
          }),
        ),
        ...said.map((text, i): EvidencePassage => ({ id: `r${i}`, text, source: 'review', language: 'en' })),
      ],
    };
  }

  test('what is stated, counted or answered before is offered without ranking all that was said', () => {
    rankings = 0;
    const said = ['The bass is strong.', 'Deep bass for the money.', 'Huge bass.', 'They are comfortable.'];
    const asked = [{ question: 'Does the case come with them?', answer: 'Yes, the hard case and the cable.' }];
    const questions = suggestForListing(tools, headphones(said, asked), 'en');
    expect(questions).toContain('Does the case come with them?');
    expect(questions.length).toBeGreaterThanOrEqual(3);
    expect(rankings).toBe(0);
  });

  test('what nothing answers is not offered, and what the reader asked is not offered again', () => {
    expect(suggestForListing(tools, { listingId: 'bare', title: 'Bare', passages: [] }, 'en')).toEqual([]);
    const listing = headphones([]);
    const [first] = suggestForListing(tools, listing, 'en');
    expect(first).toBeDefined();
    expect(suggestForListing(tools, listing, 'en', first)).not.toContain(first);
  });
});
