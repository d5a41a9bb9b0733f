import { countSides, type EvidencePassage, type OpinionCount, opinionLexicon } from '#engines/evidence';
import type { AnswerContext } from './answer-context.ts';
import type { Sentence } from './answer-types.ts';
import type { CountWords } from './messages/message-types.ts';

/** Below this many voices nothing is counted: quotes say it better. */
export const FEWEST_VOICES = 3;
/** More votes than this are recountable through the claim and not all cited. */
const MOST_CITED = 60;

/** Who is counted: reviewers, and those who answer as somebody who knows the thing. */
export function voicesOf(passages: EvidencePassage[]): EvidencePassage[] {
  return passages.filter(({ source, by }) => source === 'review' || (source === 'answer' && by !== 'community'));
}

/** What owners think of an aspect: the counts of its sides, or nothing where too few speak. */
export function ownersOn(passages: EvidencePassage[], aspect: string): OpinionCount[] | undefined {
  const sides = countSides(voicesOf(passages), aspect);
  const mentions = sides[0]?.mentions.length ?? 0;
  return mentions >= FEWEST_VOICES && (sides[0]?.for.length ?? 0) > 0 ? sides : undefined;
}

/** "34 of the 41 reviews that mention the bass call it strong.", cited and recountable. */
export function countSentence(context: AnswerContext, passages: EvidencePassage[], count: OpinionCount): Sentence {
  return cited(context, passages, count, context.messages.count(wordsOf(context, count)));
}

/** One sentence that states the two or three sides of a disagreement with their counts. */
export function disagreementSentence(
  context: AnswerContext,
  passages: EvidencePassage[],
  sides: OpinionCount[],
): Sentence {
  const text = context.messages.opinionsDiffer(sides.map((side) => wordsOf(context, side)));
  const merged: OpinionCount = { ...sides[0]!, for: sides.flatMap((side) => side.for), against: [] };
  return cited(context, passages, merged, text, sides[0]);
}

/** The sides worth naming: at least two voices and a fifth of those that take one. */
export function heldSides(sides: OpinionCount[]): OpinionCount[] {
  const taken = sides.reduce((sum, side) => sum + side.for.length, 0);
  return sides.filter((side) => side.for.length >= 2 && side.for.length * 5 >= taken);
}

/** What owners say about an aspect in one sentence: a count, or the disagreement where there is one. */
export function ownersSentence(
  context: AnswerContext,
  passages: EvidencePassage[],
  aspect: string,
): Sentence | undefined {
  const sides = ownersOn(passages, aspect);
  if (!sides) return undefined;
  const held = heldSides(sides);
  if (held.length > 1 && held[0]!.for.length < 4 * held[1]!.for.length)
    return disagreementSentence(context, passages, held);
  // One voice among many says nothing of the many.
  const [most] = sides;
  return most && most.for.length >= 2 && most.for.length * 3 >= most.mentions.length
    ? countSentence(context, passages, most)
    : undefined;
}

function wordsOf(context: AnswerContext, count: OpinionCount): CountWords {
  const aspect = opinionLexicon().byId.get(count.aspect)!;
  const value = aspect.values.find((one) => one.id === count.value)!;
  return {
    count: count.for.length,
    of: count.mentions.length,
    aspect: aspect.label[context.language],
    says: value.says[context.language],
  };
}

function cited(
  context: AnswerContext,
  passages: EvidencePassage[],
  count: OpinionCount,
  text: string,
  claimed = count,
): Sentence {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const seen = new Set<string>();
  const votes = [...count.for, ...count.mentions].filter((vote) => !seen.has(vote.id) && seen.add(vote.id));
  return {
    text,
    citations: votes.slice(0, MOST_CITED).map((vote) => context.book.cite(byId.get(vote.id)!, vote.span)),
    factual: true,
    claim: {
      kind: 'opinion',
      aspect: claimed.aspect,
      value: claimed.value,
      for: claimed.for.map((vote) => vote.id),
      mentions: claimed.mentions.map((vote) => vote.id),
    },
  };
}
