import path from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '#contract/common';
import type { ReviewPage, ReviewSummary } from '#contract/review';
import { aspectsOf, opinionLexicon, splitSentences } from '#engines/evidence';
import { createTestApp, makeListing, makeProduct, type TestApp } from '#testing';
import { createDemoTime } from '../../../demo/fill/demo-time.ts';
import { reviewRows } from '../../../demo/fill/knowledge-rows.ts';
import { readWorld } from '../../../demo/fill/read-world.ts';
import { reviewPassage } from './make-passages.ts';
import { summariseReviews } from './summarise-reviews.ts';
import type { ReviewRow } from './tables.ts';

const aspectsRead = new Map<string, Map<string, Set<string>>>();

/** The aspects that one review speaks of, read sentence by sentence, and the values it gives to each. */
function aspectsIn(review: ReviewRow): Map<string, Set<string>> {
  const known = aspectsRead.get(review.id);
  if (known) return known;
  const text = review.title ? `${review.title}\n${review.text}` : review.text;
  const found = new Map<string, Set<string>>();
  for (const { start, end } of splitSentences(text, review.language))
    for (const { aspect, value } of aspectsOf(text.slice(start, end)))
      found.set(aspect, new Set([...(found.get(aspect) ?? []), ...(value ? [value] : [])]));
  aspectsRead.set(review.id, found);
  return found;
}

/** Which way one review leans on an aspect; undefined where it does not speak of it. */
function sideOf(review: ReviewRow, aspectId: string): number | undefined {
  const { values } = opinionLexicon().byId.get(aspectId)!;
  const polarityOf = (value: string) => values.find(({ id }) => id === value)!.polarity;
  if (aspectId === 'fit' && review.fit) return polarityOf(review.fit);
  const said = aspectsIn(review).get(aspectId);
  if (!said) return undefined;
  return said.size === 1 ? polarityOf([...said][0]!) : 0;
}

/** Holds every count and quote of a summary against the raw reviews. */
function recount(summary: ReviewSummary, reviews: ReviewRow[]): void {
  expect(summary.count).toBe(reviews.length);
  for (const theme of summary.themes) {
    const sides = reviews.flatMap((review) => sideOf(review, theme.aspect) ?? []);
    expect(theme.mentions).toBeGreaterThanOrEqual(3);
    expect({
      aspect: theme.aspect,
      mentions: theme.mentions,
      positive: theme.positive,
      negative: theme.negative,
    }).toEqual({
      aspect: theme.aspect,
      mentions: sides.length,
      positive: sides.filter((side) => side > 0).length,
      negative: sides.filter((side) => side < 0).length,
    });
    const counts = { positive: theme.positive, negative: theme.negative, neutral: theme.mentions };
    for (const { side } of theme.quotes) expect(counts[side]).toBeGreaterThan(0);
    // What nobody says in words (the fit that is only marked) has no quote; anything else has.
    if (theme.aspect !== 'fit') {
      const held = (['positive', 'negative'] as const).filter((side) => counts[side] > 0);
      expect(theme.quotes.map(({ side }) => side).sort()).toEqual(held.length > 0 ? held.sort() : ['neutral']);
    }
    for (const quote of theme.quotes) {
      const review = reviews.find(({ id }) => id === quote.reviewId)!;
      expect(`${review.title ?? ''}\n${review.text}`).toContain(quote.text);
      expect(quote.language).toBe(review.language);
      expect(Math.sign(sideOf(review, theme.aspect)!)).toBe({ positive: 1, negative: -1, neutral: 0 }[quote.side]);
    }
  }
  if (!summary.fit) return;
  for (const fit of ['small', 'true', 'large'] as const)
    expect(summary.fit[fit]).toBe(reviews.filter((review) => review.fit === fit).length);
}

describe('what is said of reviews in numbers', () => {
  let rows: ReviewRow[];
  beforeAll(async () => {
    const world = await readWorld(path.resolve('demo'));
    rows = reviewRows(world, createDemoTime(Date.UTC(2026, 0, 5))).map((row) => ({ ...row, votes: 0, verdict: null }));
  });
  const summarise = (reviews: ReviewRow[], locale: (typeof locales)[number] = 'en') =>
    summariseReviews(reviews, reviews.map(reviewPassage), { locale });

  test('equals a recount from the reviews, for every style of the demo in every language', () => {
    const products = new Set(rows.map((row) => row.product_id));
    let themes = 0;
    for (const product of products) {
      const reviews = rows.filter((row) => row.product_id === product);
      for (const locale of locales) {
        const summary = summarise(reviews, locale);
        recount(summary, reviews);
        themes += summary.themes.length;
      }
    }
    expect(themes).toBeGreaterThan(500);
  });

  test('equals a recount for random sets of reviews, of one style or of many', () => {
    const anyReviews = fc
      .uniqueArray(fc.nat(rows.length - 1), { maxLength: 40 })
      .map((places) => places.map((place) => rows[place]!));
    fc.assert(
      fc.property(anyReviews, fc.constantFrom(...locales), (all, locale) => recount(summarise(all, locale), all)),
      {
        numRuns: 60,
      },
    );
  });

  test('quotes the reader’s language where somebody wrote in it', () => {
    for (const product of new Set(rows.map((row) => row.product_id))) {
      const reviews = rows.filter((row) => row.product_id === product);
      for (const locale of locales) {
        for (const theme of summarise(reviews, locale).themes) {
          // The fit may be marked without a word.
          if (theme.aspect === 'fit') continue;
          for (const quote of theme.quotes) {
            const sign = { positive: 1, negative: -1, neutral: 0 }[quote.side];
            const own = reviews.some((review) => {
              const side = sideOf(review, theme.aspect);
              return review.language === locale && side !== undefined && Math.sign(side) === sign;
            });
            expect(quote.language === locale).toBe(own);
          }
        }
      }
    }
  });
});

describe('highlights as they are asked for', () => {
  let app: TestApp;
  let operator: Awaited<ReturnType<TestApp['signUp']>>;
  beforeAll(async () => {
    app = await createTestApp({ OPERATORS: 'operator@example.org' });
    operator = await app.signUp('Operator');
  });
  afterAll(() => app.stop());

  const read = async (address: string) => (await (await app.request(`/api/v1${address}`)).json()) as ReviewPage;

  test('two reviews make no theme, a third makes one within five seconds of its import', async () => {
    await app.request('/api/v1/closets', { method: 'POST', as: operator, json: { handle: 'shop', name: 'Shop' } });
    const importReviews = async (...texts: string[]) => {
      const rows = texts.map((text) => JSON.stringify({ id: text, p: 'headphones', text }));
      const sent = await app.request('/api/v1/imports?format=jsonl', {
        method: 'POST',
        as: operator,
        body: rows.join('\n'),
        headers: {
          'content-type': 'application/x-ndjson',
          'x-import-map': JSON.stringify({ kind: 'review', id: 'id', product: { id: 'p' }, text: 'text' }),
        },
      });
      expect(sent.status).toBe(202);
    };
    const counted = async (count: number) => {
      const deadline = performance.now() + 5000;
      for (;;) {
        const { rows } = await sql<{ id: string }>`
          select id from catalog.product where source_id = 'headphones'`.execute(app.ctx.db);
        const summary = rows[0] && (await read(`/products/${rows[0].id}/reviews`)).summary;
        if (summary?.count === count) return summary.themes;
        if (performance.now() > deadline) throw new Error(`still not ${count} reviews`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    };
    await importReviews('The bass is strong.', 'Very strong bass.');
    expect(await counted(2)).toEqual([]);
    await importReviews('The bass is weak.');
    expect(await counted(3)).toMatchObject([{ aspect: 'bass', mentions: 3, positive: 2, negative: 1 }]);
  });

  test('a theme’s own reviews are as many as it says, also page by page', async () => {
    const product = await makeProduct(
      app,
      [
        'The bass is strong.',
        'Soft pads.',
        'Not much bass, it is weak.',
        'Strong bass and a long battery life.',
        'I cannot judge the bass yet.',
        'They arrived on time.',
      ],
      'Headphones',
      'headphones',
    );
    const listing = await makeListing(app, { product_id: product, category: 'headphones', title: 'Headphones' });
    for (const address of [`/listings/${listing}/reviews`, `/products/${product}/reviews`]) {
      const all = await read(address);
      expect(all.total).toBe(6);
      const theme = all.summary.themes.find(({ aspect }) => aspect === 'bass')!;
      expect(theme).toMatchObject({ mentions: 4, positive: 2, negative: 1 });
      const first = await read(`${address}?aspect=bass&limit=2`);
      const rest = await read(`${address}?aspect=bass&limit=50&cursor=${first.nextCursor}`);
      expect(first.total).toBe(4);
      expect(first.summary.count).toBe(6);
      const texts = [...first.reviews, ...rest.reviews].map(({ text }) => text);
      expect(texts).toHaveLength(4);
      expect(texts.every((text) => text.includes('bass'))).toBe(true);
    }
  });

  test('a theme that is none is refused with its place, a style that is none is not found', async () => {
    const listing = await makeListing(app);
    const product = await makeProduct(app, ['Fine.']);
    const refused = await app.request(`/api/v1/products/${product}/reviews?aspect=nonsense`);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'review.unknown-aspect', errors: [{ pointer: '?aspect' }] });
    expect((await app.request('/api/v1/products/none/reviews')).status).toBe(404);
    expect((await app.request(`/api/v1/listings/${listing}/reviews?heightCm=12`)).status).toBe(422);
  });

  test('owners about as tall as the reader are counted for them', async () => {
    const product = await makeProduct(app, ['One.', 'Two.', 'Three.', 'Four.']);
    await app.ctx.db
      .withTables<{
        'knowledge_base.review': { product_id: string; fit: string; height_cm: number; size_bought: string };
      }>()
      .updateTable('knowledge_base.review')
      .set({ fit: 'true', height_cm: 170, size_bought: 'US 8' })
      .where('product_id', '=', product)
      .execute();
    const { summary } = await read(`/products/${product}/reviews?heightCm=168`);
    expect(summary.fit).toMatchObject({
      true: 4,
      bySize: [{ size: 'US 8', counts: { true: 4 } }],
      byHeight: [{ fromCm: 170, toCm: 179, counts: { true: 4 } }],
      near: { fromCm: 163, toCm: 173, mostBought: { size: 'US 8', count: 4 } },
    });
    expect((await read(`/products/${product}/reviews?heightCm=150`)).summary.fit?.near).toBeNull();
    expect((await read(`/products/${product}/reviews`)).summary.fit?.near).toBeNull();
  });
});
