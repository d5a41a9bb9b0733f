import { describe, expect, test } from 'vitest';
import { splitDirections } from './split-directions';

describe('the directions of a sentence', () => {
  test('what stands between quotation marks is apart, the marks stay with the sentence', () => {
    expect(splitDirections('در راهنمای «How it works.» آمده است: «Pads block it.»')).toEqual([
      { text: 'در راهنمای «', isApart: false },
      { text: 'How it works.', isApart: true },
      { text: '» آمده است: «', isApart: false },
      { text: 'Pads block it.', isApart: true },
      { text: '»', isApart: false },
    ]);
  });

  test('a sentence in another direction than its page is apart as a whole', () => {
    expect(splitDirections('Pads “block” it.')).toEqual([{ text: 'Pads “block” it.', isApart: true }]);
  });

  test('the pieces joined are the sentence, whatever it holds', () => {
    for (const text of ['', 'No quotation.', 'سلام “open', 'سلام “a “b” c”', 'سلام «»', 'سلام 「好」和《书》']) {
      const pieces = splitDirections(text).map((piece) => piece.text);
      expect(pieces.join('')).toBe(text);
    }
  });
});
