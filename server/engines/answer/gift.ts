import { contentWords, type EvidencePassage, splitSentences } from '#engines/evidence';
import { type AnswerContext, quoteSentence } from './answer-context.ts';
import type { GiftInput } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { bestGuide, guideOf, pointSentence, statement, weightiestSentence } from './guide-points.ts';
import { proofsFor, requirementsOf } from './requirements.ts';
import { cardSentence, statedPhrases } from './stated-phrases.ts';

const MOST_POINTS = 4;
const MOST_CARDS = 6;
const MOST_PHRASES = 3;

/** Advice on a gift from guides (for whom, within what budget), then pieces that fit with what makes them a gift. */
export function adviseGift(context: AnswerContext, input: GiftInput): AnswerPart[] {
  const parts: AnswerPart[] = [];
  const gifts = input.guides.filter((passage) =>
    /gift|present|礼物|送礼|هدیه|کادو/i.test(`${passage.title ?? ''} ${passage.id}`),
  );
  const guide = bestGuide(context, input.understanding.text, gifts.length > 0 ? gifts : input.guides);
  const passages = input.guides.filter((passage) => guideOf(passage) === guide);
  const opening = passages.find((passage) => !passage.heading);
  if (opening) {
    parts.push({
      type: 'text',
      sentences: splitSentences(opening.text, opening.language)
        .slice(0, 2)
        .map((span) => statement(context, opening, span)),
    });
  }
  const points = chosenPoints(context, input, passages);
  if (points.length > 0) parts.push({ type: 'points', title: context.messages.titles.guide, points });
  if (input.listings.length > 0) parts.push(giftCards(context, input));
  else {
    const near = input.nearMissCount ?? 0;
    const text = near > 0 ? context.messages.nothingFitsButNear(near) : context.messages.nothingFits();
    parts.push({ type: 'text', sentences: [{ text, citations: [], factual: false }] });
  }
  return parts;
}

/** Headings about the recipient or the budget named come first; without either, one point a heading. */
function chosenPoints(context: AnswerContext, input: GiftInput, passages: EvidencePassage[]): Sentence[] {
  const { understanding } = input;
  const named = new Set([
    ...contentWords(understanding.text).map((word) => word.stem),
    ...understanding.need.wishes.flatMap((wish) =>
      contentWords(wish.value.replace(/-/g, ' ')).map((word) => word.stem),
    ),
  ]);
  const budget = understanding.need.must.find((must) => must.facet === 'price')?.max;
  const withHeading = passages.filter((passage) => passage.heading);
  const fitting = withHeading.filter((passage) => {
    const words = contentWords(passage.heading!);
    const amounts = (passage.heading!.match(/\d+/g) ?? []).map(Number);
    if (amounts.length > 0)
      return budget !== undefined && amounts.some((amount) => amount * 100 <= budget && amount * 100 >= budget * 0.5);
    return words.some((word) => named.has(word.stem));
  });
  const general = withHeading.filter((passage) => !fitting.includes(passage) && !/\d/.test(passage.heading!));
  const chosen = fitting.length > 0 ? [...fitting, ...general.slice(0, Math.max(0, 2 - fitting.length))] : general;
  return chosen.slice(0, MOST_POINTS).map((passage) => pointSentence(context, passage, weightiestSentence(passage)));
}

function giftCards(context: AnswerContext, input: GiftInput): AnswerPart {
  const requirements = requirementsOf(context, input.understanding);
  const quoted = new Set<string>();
  return {
    type: 'listing-cards',
    listings: input.listings.slice(0, MOST_CARDS).map((listing) => {
      const proofs = proofsFor(context, listing, requirements);
      const sentences = cardSentence(context, statedPhrases(context, listing, proofs, ['giftBox'], MOST_PHRASES));
      const told = proofs
        .flatMap((proof) => proof.told)
        .find(({ passage, score }) => passage.source === 'review' && score > 1.2 && !quoted.has(passage.id));
      if (told) {
        quoted.add(told.passage.id);
        sentences.push(quoteSentence(context, told.passage, told.span));
      }
      return { listingId: listing.listingId, proofs: sentences };
    }),
  };
}
