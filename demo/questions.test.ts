import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { locale } from '#contract/common';
import { intent } from '#contract/need';
import { satisfies, valuesOf, writeAlike } from '../eval/judge-answer.ts';
import { readWorld } from './fill/read-world.ts';

const values = z.array(z.union([z.string(), z.boolean()])).min(1);
const constraint = z.union([
  z.strictObject({ facet: z.string(), is: values }),
  z.strictObject({ facet: z.string(), not: values }),
  z.strictObject({ facet: z.string(), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({
    facet: z.literal('price'),
    min: z.int().optional(),
    max: z.int().optional(),
    currency: z.string().length(3),
  }),
]);
const fact = z.strictObject({
  text: z.string(),
  match: z.array(z.string()).min(1),
  sources: z.array(z.string()).min(1),
});
const question = z.strictObject({
  id: z.string().regex(/^q\d{3}$/),
  language: locale,
  kind: intent,
  text: z.string().min(1),
  listing: z.string().nullable(),
  expect: z.strictObject({
    listings: z.array(z.string()),
    listingsMode: z.enum(['all', 'any']),
    notListings: z.array(z.string()),
    facts: z.array(fact),
    abstain: z.boolean(),
  }),
  forbidden: z.array(z.string()),
  constraints: z.array(constraint),
});
type Fact = z.infer<typeof fact>;

const read = (pattern: string) => new RegExp(pattern, 'isu');
/** Two numbers with a few other characters between, such as "34 of the 41": computed from the reviews, quoted nowhere. */
const isCount = (asked: Fact) => asked.match.some((pattern) => pattern.includes('\\D{1,30}'));

const world = await readWorld(import.meta.dirname);
const lines = readFileSync(path.join(import.meta.dirname, 'questions.jsonl'), 'utf8')
  .trimEnd()
  .split('\n');
const questions = lines.map((line) => question.parse(JSON.parse(line)));
const listings = new Map(world.listings.map((listing) => [listing.key, listing]));

/** Everything that may be quoted from a source, by its id. */
function readSources(): Map<string, string> {
  const texts = new Map<string, string[]>();
  const add = (id: string, ...parts: string[]) => texts.set(id, [...(texts.get(id) ?? []), ...parts]);
  const shipsWithin = new Map(world.closets.map((closet) => [closet.handle, closet.shipsWithinDays]));
  const attributesOf = (attributes: object) =>
    Object.entries(attributes).map(([key, value]) => `${key}: ${[value].flat().join(', ')}.`);
  for (const { slug, body } of world.guides) add(slug, body);
  for (const { key, name, attributes } of world.products) add(key, name, ...attributesOf(attributes));
  for (const listing of world.listings) {
    add(listing.key, listing.title, listing.description, listing.conditionNote ?? '');
    add(listing.key, ...attributesOf(listing.attributes), `Ships within ${shipsWithin.get(listing.closet)} day(s).`);
  }
  for (const { product, text } of world.reviews) add(product, text);
  for (const { listing, product, answers } of world.questions)
    add((listing ?? product)!, ...answers.map(({ text }) => text));
  return new Map([...texts].map(([id, parts]) => [id, writeAlike(parts.join('\n'))]));
}

describe('the question set', () => {
  test('has at least 150 questions in three languages, each asked once', () => {
    expect(questions.length).toBeGreaterThanOrEqual(150);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ text, listing }) => `${listing} ${text}`)).size).toBe(questions.length);
    for (const language of locale.options)
      expect(questions.filter((one) => one.language === language).length).toBeGreaterThanOrEqual(40);
    for (const kind of intent.options) expect(questions.some((one) => one.kind === kind)).toBe(true);
  });

  test.each([
    '红色的长裙，有个大的蝴蝶结，我打算穿着它去走红毯的时候能瞬间吸引所有人的眼球',
    'what should I look for when buying headphones?',
    'headphones for hiking outdoors',
    'active or passive noise cancelling, what is the difference?',
    'what is the best Thanksgiving gift?',
    'entry-level headphones with strong bass',
  ])('asks, word for word: %s', (text) => {
    expect(questions.filter((one) => one.text === text)).toHaveLength(1);
  });

  test('names only listings and sources that exist', () => {
    const sources = readSources();
    for (const { id, kind, listing, expect: expected } of questions) {
      const named = [...expected.listings, ...expected.notListings, ...(listing ? [listing] : [])];
      expect([id, named.filter((key) => !listings.has(key))]).toEqual([id, []]);
      expect([id, expected.facts.flatMap((one) => one.sources).filter((key) => !sources.has(key))]).toEqual([id, []]);
      expect([id, listing !== null]).toEqual([id, kind === 'listing-question']);
    }
  });

  test('expects only listings that are for sale and fit the constraints', () => {
    for (const { id, constraints, expect: expected } of questions) {
      const wrong = expected.listings.filter((key) => {
        const listing = listings.get(key)!;
        return listing.status !== 'available' || !constraints.every((asked) => satisfies(listing, asked));
      });
      expect([id, wrong]).toEqual([id, []]);
      expect([id, expected.listings.filter((key) => expected.notListings.includes(key))]).toEqual([id, []]);
    }
  });

  test('expects no listing only where nothing is asked for or nothing fits', () => {
    for (const { id, constraints, expect: expected } of questions) {
      if (constraints.length === 0 || expected.listings.length > 0) continue;
      const fitting = world.listings.filter(
        (listing) => listing.status === 'available' && constraints.every((asked) => satisfies(listing, asked)),
      );
      expect([id, fitting.map(({ key }) => key)]).toEqual([id, []]);
    }
  });

  test('constrains only facets and values that some listing has', () => {
    for (const { id, constraints } of questions)
      for (const asked of constraints) {
        const known = new Set(world.listings.flatMap((listing) => valuesOf(listing, asked.facet)));
        expect([id, asked.facet, known.size > 0]).toEqual([id, asked.facet, true]);
        const written = 'is' in asked ? asked.is : 'not' in asked ? asked.not : [];
        if (asked.facet !== 'size') expect([id, written.filter((value) => !known.has(value))]).toEqual([id, []]);
      }
  });

  test('holds patterns that compile and are written as the answers are before matching', () => {
    for (const { id, forbidden, expect: expected } of questions)
      for (const pattern of [...forbidden, ...expected.facts.flatMap((one) => one.match)]) {
        expect(() => read(pattern)).not.toThrow();
        expect([id, pattern]).toEqual([id, writeAlike(pattern)]);
      }
  });

  test('asks for no fact that its sources do not state', () => {
    const sources = readSources();
    for (const { id, expect: expected } of questions)
      for (const asked of expected.facts) {
        if (isCount(asked)) continue;
        const stated = asked.sources.some((source) =>
          asked.match.some((pattern) => read(pattern).test(sources.get(source)!)),
        );
        expect([id, asked.text, stated]).toEqual([id, asked.text, true]);
      }
  });
});
