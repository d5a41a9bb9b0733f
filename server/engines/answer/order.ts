import { type EvidencePassage, findPolicies, splitSentences } from '#engines/evidence';
import type { AnswerContext } from './answer-context.ts';
import type { OrderInput } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { statement } from './guide-points.ts';

const MOST_SENTENCES = 3;

/** What the rules say of what is asked, then where one's own orders are. Nothing is said of a person's order. */
export function answerOrder(context: AnswerContext, input: OrderInput): AnswerPart[] {
  const signIn: Sentence = { text: context.messages.orderSignIn, citations: [], factual: false };
  return [
    { type: 'text', sentences: [...ruleSentences(context, input.understanding.text, input.guides ?? []), signIn] },
  ];
}

/** The rule that answers best, in its own words; nothing where none speaks of what is asked. */
export function ruleSentences(context: AnswerContext, question: string, guides: EvidencePassage[]): Sentence[] {
  const [rule] = findPolicies(question, inOwnLanguage(context, guides));
  if (!rule) return [];
  return splitSentences(rule.text, rule.language)
    .slice(0, MOST_SENTENCES)
    .map((span) => statement(context, rule, span));
}

/** Policies in the reader's language where the shop has any. */
function inOwnLanguage(context: AnswerContext, guides: EvidencePassage[]): EvidencePassage[] {
  const own = guides.filter((passage) => passage.language === context.language);
  return own.some((passage) => passage.source === 'document') ? own : guides;
}
