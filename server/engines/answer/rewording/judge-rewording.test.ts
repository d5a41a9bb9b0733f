import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attributePassages, createEvidenceRanker } from '#engines/evidence';
import { createLanguage, type Language } from '#engines/language';
import { attributePhrase, createAnswerContext } from '../answer-context.ts';
import type { AttributeValue, Phrase } from '../messages/message-types.ts';
import { findRewordingFault } from './judge-rewording.ts';

const language = createLanguage();

function judge(original: string, rewording: string, reader: Language = 'en') {
  return findRewordingFault(original, rewording, reader, language.conceptsIn);
}

describe('a rewording stands where it says the same in the same order', () => {
  const good: [Language, string, string][] = [
    [
      'en',
      'The closest match is “Thud 3, black”: it is black and over-ear, with strong bass.',
      '“Thud 3, black” is the closest match: black and over-ear, and it has strong bass.',
    ],
    [
      'en',
      '3 of the 4 reviews that mention the bass call it strong.',
      'Three of the four reviews mentioning the bass say that it is strong.',
    ],
    [
      'en',
      'The seller writes: “The left cushion was replaced in May.”',
      'As the seller says: “The left cushion was replaced in May.”',
    ],
    ['en', 'It is grey, with no pockets.', 'Gray, and without pockets.'],
    ['en', 'The seller suggests it for weddings and galas.', 'The seller recommends it for weddings and galas.'],
    ['zh', '最符合的是「Thud 3」：黑色，头戴式，低音强劲。', '「Thud 3」最接近：是黑色的，头戴式，低音强劲。'],
    ['zh', '提到低音的 4 条评价里，有 3 条说低音强劲。', '谈到低音的 4 条评价里，有 3 条提到低音强劲。'],
    ['zh', '买家 Mina 写道：“低音很足。”', '买家 Mina 提到：“低音很足。”'],
    [
      'fa',
      'نزدیک‌ترین گزینه «Thud 3» است: مشکی است و بیس قوی دارد.',
      '«Thud 3» نزدیک‌ترین گزینه است: مشکی، و با بیس قوی.',
    ],
    ['fa', 'فروشنده نوشته است: «بالشتک چپ عوض شده.»', 'فروشنده گفته است: «بالشتک چپ عوض شده.»'],
  ];
  test.each(good)('%s: %s -> %s', (reader, original, rewording) => {
    expect(judge(original, rewording, reader)).toBeUndefined();
  });
});

describe('a rewording does not stand where it', () => {
  const lead = 'The closest match is “Thud 3”: it is black and over-ear, with strong bass.';
  const bad: [string, string, string, ReturnType<typeof judge>][] = [
    [
      'adds a quality',
      lead,
      'The closest match is “Thud 3”: it is black, waterproof and over-ear, with strong bass.',
      'added',
    ],
    [
      'adds a price',
      lead,
      'The closest match is “Thud 3”: it is black and over-ear, with strong bass, for $20.',
      'figure',
    ],
    [
      'adds a price in words',
      lead,
      'The closest match is “Thud 3”: it is cheap, black and over-ear, with strong bass.',
      'added',
    ],
    [
      'adds stock',
      lead,
      'The closest match is “Thud 3”, in stock: it is black and over-ear, with strong bass.',
      'added',
    ],
    [
      'adds shipping',
      lead,
      'The closest match is “Thud 3”: it is black and over-ear, with strong bass. Ships free.',
      'added',
    ],
    [
      'adds praise',
      lead,
      'The closest match is the wonderful “Thud 3”: it is black and over-ear, with strong bass.',
      'added',
    ],
    [
      'adds a link',
      lead,
      'The closest match is “Thud 3”: it is black and over-ear, with strong bass. evil.example',
      'characters',
    ],
    [
      'adds mark-up',
      lead,
      'The closest match is “Thud 3”: it is <b>black</b> and over-ear, with strong bass.',
      'characters',
    ],
    [
      'adds Markdown',
      lead,
      'The closest match is “Thud 3”: it is [black](x) and over-ear, with strong bass.',
      'characters',
    ],
    [
      'hides characters',
      lead,
      'The closest match is “Thud 3”: it is bl\u200back and over-ear, with strong bass.',
      'characters',
    ],
    [
      'turns the text around',
      lead,
      'The closest match is “Thud 3”: \u202eit is black and over-ear, with strong bass.',
      'characters',
    ],
    [
      'swaps a letter for a look-alike',
      lead,
      'The closest match is “Thud 3”: it is blаck and over-ear, with strong bass.',
      'added',
    ],
    ['changes a quality', lead, 'The closest match is “Thud 3”: it is white and over-ear, with strong bass.', 'added'],
    ['turns an opinion', lead, 'The closest match is “Thud 3”: it is black and over-ear, with weak bass.', 'added'],
    ['denies', lead, 'The closest match is “Thud 3”: it is not black and over-ear, with strong bass.', 'negation'],
    ['leaves something out', lead, 'The closest match is “Thud 3”: it is black, with strong bass.', 'lost'],
    ['changes a title', lead, 'The closest match is “Thud 4”: it is black and over-ear, with strong bass.', 'quote'],
    ['answers in another language', 'It is black.', '它是黑色的。', 'language'],
    ['tells a story', lead, `${lead} ${'It is black and it is so. '.repeat(9)}`, 'length'],
    ['moves a denial', 'It is black, not leather.', 'It is not black, leather.', 'order'],
    ['drops a denial', 'It is not waterproof.', 'It is waterproof.', 'negation'],
    ['turns numbers around', '3 of the 4 reviews call it strong.', '4 of the 3 reviews call it strong.', 'order'],
    ['changes a number', '3 of the 4 reviews call it strong.', '4 of the 4 reviews call it strong.', 'figure'],
    [
      'changes a number in words',
      '3 of the 4 reviews call it strong.',
      'Three of the five reviews call it strong.',
      'figure',
    ],
    ['changes a unit', 'It weighs 250 g.', 'It weighs 250 kg.', 'added'],
    ['makes one all', 'Most reviews call it strong.', 'All reviews call it strong.', 'added'],
    ['makes of an opinion a fact', 'The seller writes: “Never worn.”', '“Never worn.”', 'lost'],
    ['changes who speaks', 'The seller writes: “Never worn.”', 'Owners write: “Never worn.”', 'added'],
    ['changes what was said', 'The seller writes: “Never worn.”', 'The seller writes: “Worn.”', 'quote'],
    [
      'quotes what no one said',
      'The seller writes: “Never worn.”',
      'The seller writes: “Never worn.” “Waterproof.”',
      'quote',
    ],
    ['swaps what is red', 'It is red with a black lining.', 'It is black with a red lining.', 'order'],
    ['gives an order', 'It is black.', 'It is black. Buy now.', 'added'],
  ];
  test.each(bad)('%s', (_, original, rewording, fault) => {
    expect(judge(original, rewording)).toBe(fault);
  });

  test('denies in Chinese or Persian', () => {
    expect(judge('这件有内衬。', '这件没有内衬。', 'zh')).toBe('negation');
    expect(judge('这件防水。', '这件不防水。', 'zh')).toBe('negation');
    expect(judge('آستر دارد.', 'آستر ندارد.', 'fa')).toBe('negation');
    expect(judge('آستر ندارد.', 'آستر دارد.', 'fa')).toBe('negation');
    expect(judge('买家写道：“很好。”', '卖家写道：“很好。”', 'zh')).toBe('added');
  });
});

type Row = { title: string; attributes: Record<string, AttributeValue> };

/** What listings of the demo world state, in words. */
function statedBy(row: Row, reader: Language): Phrase[] {
  const context = createAnswerContext({ ranker: createEvidenceRanker(), labelOf: language.labelOf }, reader);
  const passages = attributePassages({ kind: 'listing', id: row.title }, row.attributes, 'Seller');
  return passages.flatMap((passage) => attributePhrase(context, passage, row.attributes) ?? []).slice(0, 6);
}

test('sentences made of what other listings state never stand, in any language', () => {
  const folder = 'demo/world/listings';
  const rows = readdirSync(folder)
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as Row);
  let seed = 7;
  const below = (count: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % count;
  };
  let tried = 0;
  for (const reader of ['en', 'zh', 'fa'] as const) {
    const { messages } = createAnswerContext({ ranker: createEvidenceRanker() }, reader);
    const stated = rows.map((row) => statedBy(row, reader)).filter((phrases) => phrases.length >= 3);
    for (let round = 0; round < 250; round++) {
      const own = stated[below(stated.length)]!;
      const strange = stated[below(stated.length)]![below(3)]!;
      const texts = own.map(({ text }) => text);
      if (texts.some((text) => text.includes(strange.text) || strange.text.includes(text))) continue;
      const original = messages.bestMatch('A title', own);
      const at = below(own.length);
      const forgeries = [
        messages.bestMatch('A title', [...own, strange]),
        messages.bestMatch(
          'A title',
          own.map((phrase, i) => (i === at ? strange : phrase)),
        ),
        messages.bestMatch('A title', [strange]),
        `${original} ${messages.card([strange])}`,
      ];
      for (const forgery of forgeries) {
        tried++;
        const fault = findRewordingFault(original, forgery, reader, language.conceptsIn);
        if (fault === undefined) throw new Error(`${original}\n${forgery}`);
      }
      expect(findRewordingFault(original, original, reader, language.conceptsIn)).toBeUndefined();
    }
  }
  expect(tried).toBeGreaterThan(2000);
});
