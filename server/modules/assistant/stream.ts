import { sentencesOf } from '#contract/answer-sentences';
import type { AnswerEvent, Citation } from '#contract/assistant';
import type { Locale } from '#contract/common';
import type { AnswerPart } from '#engines/answer';
import type { Labels } from '#modules/catalog';
import type { Ctx } from '#platform/context';
import { presentCitations, presentOffers, presentPart, readCardsOf } from './present.ts';
import type { AnswerRow } from './queries.ts';

/** The events of a finished answer in reading order; a citation comes before the first sentence that uses it. */
export async function* answerEvents(
  ctx: Ctx,
  row: AnswerRow,
  labels: Labels,
  locale: Locale,
): AsyncGenerator<AnswerEvent> {
  const { answer } = row.answer;
  const cards = await readCardsOf(ctx, answer.parts, locale);
  const waiting = new Map(presentCitations(row.answer, labels, locale).map((citation) => [citation.number, citation]));
  const cite = function* (numbers: number[]): Generator<AnswerEvent> {
    for (const number of numbers) {
      const citation: Citation | undefined = waiting.get(number);
      if (!citation) continue;
      waiting.delete(number);
      yield { type: 'citation', citation };
    }
  };
  for (const [index, part] of answer.parts.entries()) {
    const shown = presentPart(part, cards);
    if (shown.type === 'text') {
      for (const sentence of shown.sentences) {
        yield* cite(sentence.citations);
        yield { type: 'text-delta', part: index, sentence };
      }
    } else {
      yield* cite(citationsOf(part));
      yield { type: 'part', part: index, content: shown };
    }
  }
  for (const content of presentOffers(row, labels, locale)) yield { type: 'part', part: answer.parts.length, content };
}

function citationsOf(part: AnswerPart): number[] {
  if (part.type === 'comparison-table')
    return part.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.citations));
  return sentencesOf(part).flatMap(({ citations }) => citations);
}
