import { describe, expect, test } from 'vitest';
import { sentimentOf } from './sentiment.ts';

describe('the sentiment of a sentence', () => {
  test.each([
    ['It is warm and well made.', 'هم گرم است هم محکم', '做工精细，很保暖'],
    ['Not only pretty but sturdy.', 'نه تنها شیک بلکه محکم است', '不仅好看，而且结实'],
    ['I have no complaints, it is great.', 'خیلی عالی و راحت', '非常好，特别喜欢'],
  ])('praise is praise: %s', (...sentences) => {
    for (const sentence of sentences) expect(sentimentOf(sentence).polarity, sentence).toBeGreaterThan(0);
  });

  test.each([
    ['It is not warm and not comfortable.', 'راحت نیست', '一点也不舒服'],
    ['The zip broke and it is flimsy.', 'خراب و بی‌کیفیت', '用了两天就死机，假的'],
  ])('blame is blame: %s', (...sentences) => {
    for (const sentence of sentences) expect(sentimentOf(sentence).polarity, sentence).toBeLessThan(0);
  });

  test('what states no opinion has no side', () => {
    expect(sentimentOf('It came on Tuesday.')).toEqual({ polarity: 0, opinions: 0 });
  });
});
