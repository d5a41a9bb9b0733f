import {
  aspectsOf,
  contentWords,
  type EvidencePassage,
  opinionLexicon,
  type Question,
  type RankedEvidence,
  readQuestion,
  scriptLanguage,
} from '#engines/evidence';
import type { Language } from '#engines/language';
import {
  type AnswerContext,
  type AnswerTools,
  attributePhrase,
  attributesOf,
  createAnswerContext,
  quoteSentence,
  valuesOf,
} from './answer-context.ts';
import type { ListingEvidence, ListingQuestionInput } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { askedKeys, askedValue } from './asked-attributes.ts';
import type { Phrase } from './messages/message-types.ts';
import { ownersSentence } from './opinion-sentences.ts';
import { ruleSentences } from './order.ts';
import { verifySentences } from './verify-answer.ts';

/**
 * From which calibrated probability a sentence is offered (`sentence`) and from which a set of passages counts as an answer
 * (`pool`; a little less will do where the best sentence is this `sure`). Both were calibrated on English pools. Concepts
 * carry the other languages over sentence by sentence; how well a pool as a whole answers is known of English only.
 */
const THRESHOLDS: Record<Language, { sentence: number; pool: number; sure: number }> = {
  en: { sentence: 0.5, pool: 0.45, sure: 0.6 },
  zh: { sentence: 0.5, pool: 0.1, sure: 0.6 },
  fa: { sentence: 0.5, pool: 0.1, sure: 0.6 },
};
/** How much less of the pool is enough beside a sure sentence. */
const LENIENCE = 0.07;
/** An answer that the community gave to a like question needs less company. */
const ANSWERED_POOL = 0.27;
const MOST_QUOTES = 3;
/** Answers to one earlier question that are shown. */
const MOST_BEFORE = 3;

export type ListingAnswer = { sentences: Sentence[]; abstained: boolean; nearest: Sentence[] };

/**
 * Answers a question about one listing: what the listing states, then what was answered before, then what owners count for,
 * then quotes. Says so where the sources do not answer, with the nearest evidence.
 */
export function answerListingQuestion(context: AnswerContext, input: ListingQuestionInput): AnswerPart[] {
  const answer = listingAnswer(context, input.understanding.text, input.listing);
  if (!answer.abstained) return [{ type: 'text', sentences: answer.sentences }];
  const rules = ruleSentences(context, input.understanding.text, input.guides ?? []);
  if (rules.length > 0) return [{ type: 'text', sentences: rules }];
  const question = readQuestion(input.understanding.text);
  const topic = question.aspects[0] && opinionLexicon().byId.get(question.aspects[0])?.label[context.language];
  const text =
    answer.nearest.length > 0 || topic ? context.messages.abstain(topic) : context.messages.abstain(undefined);
  return [{ type: 'abstained', text, nearest: answer.nearest, canAskSeller: true }];
}

/** The answer's sentences without their frame. */
export function listingAnswer(context: AnswerContext, text: string, listing: ListingEvidence): ListingAnswer {
  const question = readQuestion(text);
  const { ranked, answerability } = context.tools.ranker.rank(
    text,
    listing.passages.filter((passage) => passage.source !== 'attribute'),
  );
  const { sentences, before, counted } = settle(context, question, listing);

  const used = new Set(before.flatMap((sentence) => sentence.citations));
  const threshold = THRESHOLDS[scriptLanguage(text)];
  const isAnswered =
    ranked[0]?.passage.source === 'answer' && ranked[0].probability >= 0.6 && answerability >= ANSWERED_POOL;
  const isSure = (ranked[0]?.probability ?? 0) >= threshold.sure && answerability >= threshold.pool - LENIENCE;
  const isTold = ranked[0] !== undefined && tellsHow(question, ranked[0]);
  const answers = answerability >= threshold.pool || isSure || isAnswered || isTold || sentences.length > 0;
  const least = isTold ? Math.min(TOLD, threshold.sentence) : threshold.sentence;
  const quotes = ranked.filter((found, place) => answers && (found.probability >= least || isNearAnswer(found, place)));
  for (const { passage, span } of spread(quotes, counted.length > 0 ? 2 : MOST_QUOTES)) {
    const sentence = quoteSentence(context, passage, span);
    if (sentence.citations.some((number) => used.has(number))) continue;
    sentences.push(sentence);
  }
  if (sentences.length > 0) return { sentences, abstained: false, nearest: [] };
  const nearest = ranked
    .slice(0, 2)
    .filter(
      ({ probability, passage, span }) =>
        probability >= 0.15 && sharesTopic(question, passage.text.slice(span.start, span.end)),
    );
  return {
    sentences: [],
    abstained: true,
    nearest: nearest.map(({ passage, span }) => quoteSentence(context, passage, span)),
  };
}

/**
 * Whether anything answers the question with a sentence that stands. What is settled is looked at first: it answers most of
 * the questions that come up, and to rank all that was said takes ten times as long.
 */
export function canAnswer(tools: AnswerTools, text: string, listing: ListingEvidence, language: Language): boolean {
  const isAnswered = (sentencesOf: (context: AnswerContext) => Sentence[]) => {
    const context = createAnswerContext(tools, language);
    const sentences = sentencesOf(context);
    return verifySentences(sentences, context.book.citations(), listing.passages).kept.length > 0;
  };
  return (
    isAnswered((context) => settle(context, readQuestion(text), listing).sentences) ||
    isAnswered((context) => listingAnswer(context, text, listing).sentences)
  );
}

/** What needs no ranking: what the listing states, what was answered to a like question, what owners count for. */
function settle(
  context: AnswerContext,
  question: Question,
  listing: ListingEvidence,
): { sentences: Sentence[]; before: Sentence[]; counted: Sentence[] } {
  const stated = statedAnswer(context, question, listing);
  const before = answeredBefore(context, question, listing);
  const counted = question.aspects
    .flatMap((aspect) => ownersSentence(context, listing.passages, aspect) ?? [])
    .slice(0, 2);
  return { sentences: [...stated, ...before.slice(0, MOST_BEFORE), ...counted], before, counted };
}

/** From which probability a sentence on the aspect answers how much of it there is. */
const TOLD = 0.4;

/** Whether a sentence takes a side on the aspect of which the question asks how much: "how heavy is it?" */
function tellsHow(question: Question, { passage, span, probability }: RankedEvidence): boolean {
  if (!['how', 'how-much'].includes(question.kind) || probability < TOLD) return false;
  const mentions = aspectsOf(passage.text.slice(span.start, span.end));
  return mentions.some(({ aspect, value }) => value !== undefined && question.aspects.includes(aspect));
}

/** What was answered to a like question is worth reading a little sooner than what was said unasked. */
const NEAR_ANSWER = 0.35;
const NEAR_PLACES = 6;

function isNearAnswer({ passage, probability }: RankedEvidence, place: number): boolean {
  return passage.source === 'answer' && place < NEAR_PLACES && probability >= NEAR_ANSWER;
}

function sharesTopic(question: Question, text: string): boolean {
  const stems = new Set(contentWords(text).map((word) => word.stem));
  return (
    question.content.some((word) => stems.has(word.stem)) ||
    opinionLexicon()
      .names(text)
      .some((hit) => question.aspects.includes(hit.value.id))
  );
}

/** What the attributes say: yes or no where the question asks so, a plain statement otherwise. */
function statedAnswer(context: AnswerContext, question: Question, listing: ListingEvidence): Sentence[] {
  const attributes = attributesOf(listing);
  const values = valuesOf(attributes);
  const keys = askedKeys(question, attributes);
  const phrases: { phrase: Phrase; passage: EvidencePassage }[] = [];
  for (const key of keys) {
    const passage = attributes.get(key)!;
    const phrase = attributePhrase(context, passage, values);
    if (phrase) phrases.push({ phrase, passage });
  }
  if (phrases.length === 0) return [];
  const { messages } = context;
  const kept = phrases.slice(0, question.kind === 'yes-no' ? 1 : 3);
  const words = kept.map(({ phrase }) => phrase);
  const verdict = question.kind === 'yes-no' ? askedValue(question, kept[0]!.passage.attribute!) : undefined;
  const text =
    verdict === true ? messages.yes(words) : verdict === false ? messages.no(words) : messages.listingSays(words);
  return [{ text, citations: kept.map(({ passage }) => context.book.cite(passage)), factual: true }];
}

/** From which probability two questions are taken to ask the same: a wrong answer is worse than a search for another. */
const SAME_QUESTION = 0.65;

/** Answers to the earlier question that asks the same, the seller's first; where they do not agree all are worth reading. */
function answeredBefore(context: AnswerContext, question: Question, listing: ListingEvidence): Sentence[] {
  const answered = listing.passages.filter((passage) => passage.source === 'answer' && passage.question);
  const earlier = [...new Set(answered.map((passage) => passage.question!))];
  const likeness = context.tools.ranker.likeness(question.text, earlier);
  const [nearest] = earlier
    .map((text, place) => ({ text, likeness: likeness[place]! }))
    .filter((one) => one.likeness >= SAME_QUESTION)
    .sort((a, b) => b.likeness - a.likeness);
  return answered
    .filter((passage) => passage.question === nearest?.text)
    .map((passage) => quoteSentence(context, passage, { start: 0, end: passage.text.length }));
}

/** The best quotes, the last of them an answer to a like question where there is one further down. */
function spread(quotes: RankedEvidence[], most: number): RankedEvidence[] {
  const first = quotes.slice(0, most);
  const answered = quotes.slice(most).find(({ passage }) => passage.source === 'answer');
  const hasAnswer = first.some(({ passage }) => passage.source === 'answer');
  return answered && !hasAnswer ? [...first.slice(0, most - 1), answered] : first;
}
