import { locales } from '#contract/common';
import { compileProduct } from './compile-product.ts';
import type { AnswerDraft, DraftContext, QuestionDraft } from './draft.ts';
import { compileChoice, compileDate, compileEntries, compileId, compileRequiredText, compileText } from './fields.ts';
import type { QuestionMap } from './import-map.ts';
import type { Row } from './read-value.ts';

export function compileQuestion(map: QuestionMap, context: DraftContext): (row: Row) => QuestionDraft {
  const read = {
    id: compileId(map.id, 'id'),
    product: map.product ? compileProduct(map.product, 'product', context) : () => null,
    listingId: map.listing === undefined ? () => null : compileRequiredText(map.listing, 'listing', 200),
    asker: compileText(map.asker, 'asker', 80),
    text: compileRequiredText(map.text, 'text', 1000),
    language: compileChoice(map.language, 'language', locales),
    askedAt: compileDate(map.askedAt, 'askedAt', context.now),
    answers: (map.answers ?? []).map((rule) => compileAnswers(rule, context)),
  };
  return (row) => {
    const text = read.text(row);
    return {
      kind: 'question',
      id: read.id(row),
      product: read.product(row),
      listingId: read.listingId(row),
      asker: read.asker(row),
      text,
      language: read.language(row) ?? context.language.detectLanguage(text),
      askedAt: read.askedAt(row),
      answers: read.answers.flatMap((readAnswers) => readAnswers(row)),
    };
  };
}

function compileAnswers(
  rule: NonNullable<QuestionMap['answers']>[number],
  context: DraftContext,
): (row: Row) => AnswerDraft[] {
  const entriesOf = compileEntries(rule.each, 'answers');
  const readText = compileText(rule.text, 'answers.text', 4000);
  const readAuthor = compileText(rule.author, 'answers.author', 80);
  const readBy = compileChoice(rule.by, 'answers.by', ['seller', 'owner'] as const);
  const readAt = compileDate(rule.at, 'answers.at', context.now);
  return (row) =>
    entriesOf(row).flatMap((entry) => {
      const text = readText(entry);
      return text === null ? [] : { text, author: readAuthor(entry), by: readBy(entry) ?? 'owner', at: readAt(entry) };
    });
}
