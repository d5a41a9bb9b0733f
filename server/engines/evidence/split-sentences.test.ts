import { describe, expect, test } from 'vitest';
import { splitSentences } from './split-sentences.ts';

function cut(text: string, language?: 'en' | 'zh' | 'fa'): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('sentences', () => {
  test('a dot in a number or an abbreviation ends nothing', () => {
    expect(cut('It has Bluetooth 5.3 and weighs approx. 230 g. I like it.')).toEqual([
      'It has Bluetooth 5.3 and weighs approx. 230 g.',
      'I like it.',
    ]);
  });

  test('a missing space after a full stop is seen', () => {
    expect(cut('Works great.I bought two.')).toEqual(['Works great.', 'I bought two.']);
  });

  test('Chinese and Persian marks end sentences', () => {
    expect(cut('面料很软。拉链有点卡！', 'zh')).toEqual(['面料很软。', '拉链有点卡！']);
    expect(cut('رنگش عالی است. آیا آب می‌رود؟ نه.', 'fa')).toEqual(['رنگش عالی است.', 'آیا آب می‌رود؟', 'نه.']);
  });

  test('every span lies in the text and holds a letter or a number', () => {
    const text = '  ...\n- one\n\n* two!!  ';
    expect(cut(text)).toEqual(['one', 'two!!']);
  });
});
