import { type EvidencePassage, opinionLexicon } from '#engines/evidence';
import { type AnswerContext, attributesOf, quoteSentence } from './answer-context.ts';
import type { ListingOverviewInput } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { ownersOn, ownersSentence } from './opinion-sentences.ts';
import { cardSentence, statedPhrases } from './stated-phrases.ts';
import { suggestForListing } from './suggest-questions.ts';

const MOST_PHRASES = 5;
const MOST_OPINIONS = 2;
/** What its card shows anyway, and what for and when it is suggested rather than what it is. */
const LEFT_OUT = new Set(['size', 'condition', 'brand', 'department', 'occasion', 'season', 'shipsWithinDays']);

/** One piece in a few sentences: what it is, what its owners count for, its flaws, and what can be asked of it. */
export function describeListing(context: AnswerContext, { listing }: ListingOverviewInput): AnswerPart[] {
  const keys = [...attributesOf(listing).keys()].filter((key) => !LEFT_OUT.has(key));
  const note = listing.passages.find((passage) => passage.isConditionNote);
  const sentences = [
    ...cardSentence(context, statedPhrases(context, listing, [], keys, MOST_PHRASES)),
    ...opinions(context, listing.passages),
    ...(note ? [quoteSentence(context, note, { start: 0, end: note.text.length })] : []),
  ];
  const questions = suggestForListing(context.tools, listing, context.language);
  return [
    ...(sentences.length > 0 ? [{ type: 'text' as const, sentences }] : []),
    { type: 'listing-cards', listings: [{ listingId: listing.listingId, proofs: [] }] },
    ...(questions.length > 0 ? [{ type: 'chips' as const, questions }] : []),
  ];
}

/** What owners say of what they speak of most. */
function opinions(context: AnswerContext, passages: EvidencePassage[]): Sentence[] {
  return opinionLexicon()
    .aspects.map(({ id }) => ({ id, mentions: ownersOn(passages, id)?.[0]?.mentions.length ?? 0 }))
    .filter(({ mentions }) => mentions > 0)
    .sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1))
    .flatMap(({ id }) => ownersSentence(context, passages, id) ?? [])
    .slice(0, MOST_OPINIONS);
}
