import type { EvidencePassage } from '#engines/evidence';
import type { Language } from '#engines/language';
import { type AnswerContext, type AnswerTools, createAnswerContext } from './answer-context.ts';
import type { AnswerInput } from './answer-input.ts';
import type { Answer, AnswerPart } from './answer-types.ts';
import { researchCategory } from './category-research.ts';
import { compareListings } from './compare-listings.ts';
import { answerCourtesy, answerNotInSight } from './courtesy.ts';
import { describeListing } from './describe-listing.ts';
import { adviseGift } from './gift.ts';
import { answerListingQuestion } from './listing-question.ts';
import { answerOrder } from './order.ts';
import { recommend } from './recommend.ts';
import { compareTypes } from './type-comparison.ts';
import { type DroppedSentence, verifyAnswer } from './verify-answer.ts';

/** An answer that passed the check, and what did not. */
export type ComposedAnswer = { answer: Answer; dropped: DroppedSentence[] };

/**
 * Composes an answer of the kind asked for from the evidence given and checks every sentence of it against its citations
 * before it leaves. `language` is the reader's; by default the language of the utterance. Pure: the same input gives the
 * same answer.
 */
export function composeAnswer(
  tools: AnswerTools,
  input: AnswerInput,
  language: Language = input.understanding.language,
): ComposedAnswer {
  const context = createAnswerContext(tools, language);
  const parts = partsOf(context, input);
  const answer: Answer = {
    language,
    intent: intentOf(input),
    parts,
    citations: context.book.citations(),
    abstained: parts.some((part) => part.type === 'abstained'),
  };
  return orAbstain(verifyAnswer(answer, passagesOf(input)), context, input);
}

/** What is said about one piece is about that piece, whether or not a question came with it. */
function intentOf({ kind }: AnswerInput): Answer['intent'] {
  return kind === 'listing-overview' || kind === 'not-in-sight' ? 'listing-question' : kind;
}

/** An answer of which nothing held against its evidence says so, instead of being empty. */
function orAbstain(verified: ComposedAnswer, context: AnswerContext, input: AnswerInput): ComposedAnswer {
  if (verified.answer.parts.some((part) => part.type !== 'chips')) return verified;
  const text =
    input.kind === 'listing-question' ? context.messages.abstain(undefined) : context.messages.abstainNothing();
  const part: AnswerPart = { type: 'abstained', text, nearest: [], canAskSeller: input.kind === 'listing-question' };
  return { ...verified, answer: { ...verified.answer, parts: [part, ...verified.answer.parts], abstained: true } };
}

function partsOf(context: AnswerContext, input: AnswerInput): AnswerPart[] {
  switch (input.kind) {
    case 'recommendation':
      return recommend(context, input);
    case 'listing-question':
      return answerListingQuestion(context, input);
    case 'listing-overview':
      return describeListing(context, input);
    case 'not-in-sight':
      return answerNotInSight(context, input);
    case 'category-research':
      return researchCategory(context, input);
    case 'type-comparison':
      return compareTypes(context, input);
    case 'gift':
      return adviseGift(context, input);
    case 'listing-comparison':
      return compareListings(context, input);
    case 'order':
      return answerOrder(context, input);
    default:
      return answerCourtesy(context, input);
  }
}

/** Every passage that came with an input; only these may be cited. */
function passagesOf(input: AnswerInput): EvidencePassage[] {
  const passages: EvidencePassage[] = [];
  if ('listings' in input) passages.push(...(input.listings ?? []).flatMap((listing) => listing.passages));
  if ('listing' in input) passages.push(...input.listing.passages);
  if ('guides' in input) passages.push(...(input.guides ?? []));
  if ('reviews' in input) passages.push(...(input.reviews ?? []));
  if ('catalogue' in input) {
    for (const { range, values } of input.catalogue ?? []) {
      if (range) passages.push(range.min, range.max);
      for (const { example } of values ?? []) passages.push(example);
    }
  }
  return [...new Map(passages.map((passage) => [passage.id, passage])).values()];
}
