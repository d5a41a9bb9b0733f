import { locales } from '#contract/common';
import { compileProduct } from './compile-product.ts';
import type { DraftContext, ReviewDraft } from './draft.ts';
import {
  compileChoice,
  compileDate,
  compileId,
  compileRequiredText,
  compileText,
  compileWholeNumber,
  compileYesNo,
} from './fields.ts';
import type { ReviewMap } from './import-map.ts';
import type { Row } from './read-value.ts';

export function compileReview(map: ReviewMap, context: DraftContext): (row: Row) => ReviewDraft {
  const read = {
    id: compileId(map.id, 'id'),
    product: compileProduct(map.product, 'product', context),
    author: compileText(map.author, 'author', 80),
    rating: compileWholeNumber(map.rating, 'rating', { min: 1, max: 5 }),
    title: compileText(map.title, 'title', 200),
    text: compileRequiredText(map.text, 'text', 10_000),
    language: compileChoice(map.language, 'language', locales),
    verified: compileYesNo(map.verified, 'verified'),
    helpful: compileWholeNumber(map.helpful, 'helpful', { min: 0, max: 1_000_000_000 }),
    sizeBought: compileText(map.sizeBought, 'sizeBought', 40),
    heightCm: compileWholeNumber(map.heightCm, 'heightCm', { min: 30, max: 260 }),
    fit: compileChoice(map.fit, 'fit', ['small', 'true', 'large'] as const),
    writtenAt: compileDate(map.writtenAt, 'writtenAt', context.now),
  };
  return (row) => {
    const text = read.text(row);
    return {
      kind: 'review',
      id: read.id(row),
      product: read.product(row),
      author: read.author(row),
      rating: read.rating(row),
      title: read.title(row),
      text,
      language: read.language(row) ?? context.language.detectLanguage(text),
      verified: read.verified(row) ?? false,
      helpful: read.helpful(row) ?? 0,
      sizeBought: read.sizeBought(row),
      heightCm: read.heightCm(row),
      fit: read.fit(row),
      writtenAt: read.writtenAt(row),
    };
  };
}
