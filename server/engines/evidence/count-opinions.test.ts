import { describe, expect, test } from 'vitest';
import { aspectsOf } from './aspects.ts';
import { countOpinions } from './count-opinions.ts';
import type { EvidencePassage } from './evidence-types.ts';
import { sentimentOf } from './sentiment.ts';

function reviews(...texts: string[]): EvidencePassage[] {
  return texts.map((text, i) => ({ id: `r${i + 1}`, text, source: 'review' }));
}

describe('aspects and opinions', () => {
  test('a side is taken by a word beside the name of an aspect, in three languages', () => {
    expect(aspectsOf('The bass is deep and loud.')).toContainEqual(
      expect.objectContaining({ aspect: 'bass', value: 'strong' }),
    );
    expect(aspectsOf('低音很足')).toContainEqual(expect.objectContaining({ aspect: 'bass', value: 'strong' }));
    expect(aspectsOf('بیسش خیلی قوی است')).toContainEqual(expect.objectContaining({ aspect: 'bass', value: 'strong' }));
  });

  test('a denied side is not taken', () => {
    const sides = aspectsOf('The bass I would not call strong.').filter((mention) => mention.aspect === 'bass');
    expect(sides.map((mention) => mention.value)).not.toContain('strong');
  });

  test('each review has one vote and every count can be recounted from its spans', () => {
    const passages = reviews(
      'Strong bass. Really strong bass.',
      'The bass is weak.',
      'Bass, battery, box.',
      'Nothing on that subject here.',
    );
    const count = countOpinions(passages, 'bass', 'strong');
    expect(count.for.map((vote) => vote.id)).toEqual(['r1']);
    expect(count.against.map((vote) => vote.id)).toEqual(['r2']);
    expect(count.mentions.map((vote) => vote.id)).toEqual(['r1', 'r2', 'r3']);
    for (const vote of count.mentions) {
      const text = passages.find((passage) => passage.id === vote.id)!.text;
      expect(text.slice(vote.span.start, vote.span.end).toLowerCase()).toContain('bass');
    }
  });

  test('a review that takes both sides counts for neither', () => {
    const count = countOpinions(reviews('Strong bass on some tracks. On others the bass is weak.'), 'bass', 'strong');
    expect([count.for.length, count.against.length, count.mentions.length]).toEqual([0, 0, 1]);
  });

  test('how the owner marked the fit settles the size', () => {
    const [review] = reviews('Lovely cloth.');
    expect(countOpinions([{ ...review!, fit: 'small' }], 'fit', 'small').for).toHaveLength(1);
  });

  test('negation turns praise', () => {
    expect(sentimentOf('Very comfortable.').polarity).toBeGreaterThan(0);
    expect(sentimentOf('Not comfortable.').polarity).toBeLessThan(0);
    expect(sentimentOf('不舒服').polarity).toBeLessThan(0);
  });
});
