import { compileListing } from './compile-listing.ts';
import { compileProductKind } from './compile-product.ts';
import { compileQuestion } from './compile-question.ts';
import { compileReview } from './compile-review.ts';
import type { Draft, DraftContext } from './draft.ts';
import type { ImportMap } from './import-map.ts';
import type { Row } from './read-value.ts';

/** Compiles a map into a function from a row to a draft; it throws `RowProblem` for rows that cannot be taken. */
export function compileMap(map: ImportMap, context: DraftContext): (row: Row) => Draft {
  switch (map.kind) {
    case 'listing':
      return compileListing(map, context);
    case 'product':
      return compileProductKind(map, context);
    case 'review':
      return compileReview(map, context);
    case 'question':
      return compileQuestion(map, context);
  }
}
