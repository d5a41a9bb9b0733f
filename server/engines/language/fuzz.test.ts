import { expect, test } from 'vitest';
import { createLanguage, tokenize } from './index.ts';

const language = createLanguage();

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES =
  'not |no |under |50 |€|$|-|/|size |41|eu|或|不要|红色|的|以下|，|دلار|زیر|نباشد|بدون |قرمز |dress |and |or |W30|L|½|1,080|..|,,|like this |but |between |到|至|\u200c|\u0640|\ud800|\udfff|\u0000|🧥|10k|۵۰|长裙|without '.split(
    '|',
  );

function randomText(random: () => number, length: number): string {
  const style = random();
  let text = '';
  while (text.length < length) {
    if (style < 0.4) text += PIECES[Math.floor(random() * PIECES.length)]!;
    else if (style < 0.7) text += String.fromCharCode(Math.floor(random() * 65536));
    else text += String.fromCharCode(32 + Math.floor(random() * 95));
  }
  return text;
}

test('100,000 random texts never throw and give spans inside the text', () => {
  const random = createRandom(20_260_101);
  for (let round = 0; round < 100_000; round++) {
    const text = randomText(random, Math.floor(random() * 60));
    const { need, concepts, leftovers } = language.understand(text, { context: { listing: round % 2 === 0 } });
    const spans = [...need.must, ...need.wishes, ...concepts, ...leftovers].flatMap((each) => each.span ?? []);
    for (const { start, end } of spans) {
      if (start < 0 || end > text.length || start >= end)
        expect.fail(`span ${start}-${end} of ${JSON.stringify(text)}`);
    }
    for (const each of need.must) {
      if (each.operator === 'range' && each.min !== undefined && Number.isNaN(each.min))
        expect.fail(JSON.stringify(text));
    }
  }
}, 180_000);

test('long texts of every kind stay quick', () => {
  const random = createRandom(7);
  const repeated = PIECES.map((piece) => piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000));
  const mixed = Array.from({ length: 20 }, () => randomText(random, 10_000));
  for (const text of [...repeated, ...mixed, 'a'.repeat(10_000), '，'.repeat(10_000), "n't ".repeat(2500)]) {
    const before = process.cpuUsage();
    language.understand(text);
    language.conceptsIn(text);
    tokenize(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
  }
}, 120_000);
