import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type EvidencePassage, findOtherProductReviews } from '#engines/evidence';
import { loadWordVectors } from '#engines/vectors';
import { readWordVectorBytes } from '../knowledge/vectors/index.ts';

const world = path.join(import.meta.dirname, 'world');

function readAll<Row>(folder: string): Row[] {
  return readdirSync(path.join(world, folder))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) =>
      readFileSync(path.join(world, folder, name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as Row);
}

test('the reviews of a tripod under a headlamp are found out, and no honest style is accused', () => {
  const vectors = loadWordVectors(readWordVectorBytes());
  const reviews = readAll<{ product: string; text: string; language: 'en' | 'zh' | 'fa' }>('reviews');
  const listings = readAll<{ product: string | null; description: string }>('listings');
  const accused = readAll<{ key: string; name: string; category: string }>('products').filter((product) => {
    const passages = reviews
      .filter((review) => review.product === product.key)
      .map(
        (review, index): EvidencePassage => ({
          id: String(index),
          text: review.text,
          source: 'review',
          language: review.language,
        }),
      );
    const text = listings.find((listing) => listing.product === product.key)?.description;
    return (
      findOtherProductReviews({ title: product.name, category: product.category, text }, passages, vectors).ids.length >
      0
    );
  });
  expect(accused.map((product) => product.key)).toEqual(['tarnlight-900']);
});
