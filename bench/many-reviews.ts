import { readdirSync } from 'node:fs';
import { splitSentences } from '#engines/evidence';
import { readRows } from '../eval/read-files.ts';

export type ReviewSentence = { category: string; text: string };

const WORLD = new URL('../demo/world', import.meta.url).pathname;
const LONGEST = 160;

type Review = { product: string; text: string };
type Product = { key: string; category: string };

/** What owners say of things of a category, sentence by sentence, from the demo world's reviews: reviews without end are put together of them. */
export function readReviewSentences(): ReviewSentence[] {
  const read = <Row extends object>(kind: string, fields: (keyof Row & string)[]): Row[] =>
    readdirSync(`${WORLD}/${kind}`)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) => readRows<Row>(`${WORLD}/${kind}`, name, fields));
  const categories = new Map(
    read<Product>('products', ['key', 'category']).map(({ key, category }) => [key, category]),
  );
  return read<Review>('reviews', ['product', 'text']).flatMap(({ product, text }) => {
    const category = categories.get(product);
    if (category === undefined) return [];
    return splitSentences(text)
      .map(({ start, end }) => ({ category, text: text.slice(start, end) }))
      .filter((sentence) => sentence.text.length <= LONGEST);
  });
}
