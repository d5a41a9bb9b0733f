import { contentWords, type EvidencePassage } from '#engines/evidence';
import { type AnswerContext, quoteSentence } from './answer-context.ts';
import type { GiftInput } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { guideOf, openingSentences, pointSentence, weightiestSentence } from './guide-points.ts';
import { plainText } from './plain-text.ts';
import { proofsFor, requirementsOf } from './requirements.ts';
import { cardSentence, statedPhrases } from './stated-phrases.ts';

const MOST_POINTS = 4;
const MOST_CARDS = 6;
const MOST_PHRASES = 3;

/**
 * Advice on a gift from a guide (for whom, within what budget), pieces that fit with what makes them a gift, and, where it
 * was not said for whom, the question that would narrow it most.
 */
export function adviseGift(context: AnswerContext, input: GiftInput): AnswerPart[] {
  const parts: AnswerPart[] = [];
  const guide = giftGuide(context, input);
  const opening = openingSentences(context, guide);
  if (opening.length > 0) parts.push({ type: 'text', sentences: opening });
  const points = chosenPoints(context, input, guide);
  if (points.length > 0) parts.push({ type: 'points', title: context.messages.titles.guide, points });
  if (input.listings.length > 0) parts.push(firstChoice(context, input), giftCards(context, input));
  else {
    const near = input.nearMissCount ?? 0;
    const text = near > 0 ? context.messages.nothingFitsButNear(near) : context.messages.nothingFits();
    parts.push({ type: 'text', sentences: [{ text, citations: [], factual: false }] });
  }
  const question = forWhom(context, input, guide);
  if (question) parts.push(question);
  return parts;
}

const SHARED_IN_TITLE = 2;
const OWN_LANGUAGE = 3;

/** The gift guide for the occasion asked about; one for another occasion is the worse the more occasions it is for. */
function giftGuide(context: AnswerContext, { understanding, guides }: GiftInput): EvidencePassage[] {
  const asked = idsIn(context, understanding.text);
  const scores = new Map<string, number>();
  for (const passage of guides) {
    const id = guideOf(passage);
    if (scores.has(id)) continue;
    const titled = idsIn(context, passage.title ?? '');
    if (!titled.has('occasion:gift') && !GIFT.test(`${passage.title ?? ''} ${passage.id}`)) continue;
    const occasions = [...titled].filter((one) => one.startsWith('occasion:') && one !== 'occasion:gift');
    const missed = occasions.length > 0 && !occasions.some((one) => asked.has(one)) ? 1 : 0;
    const shared = [...titled].filter((one) => one !== 'occasion:gift' && asked.has(one)).length;
    const own = passage.language === context.language ? OWN_LANGUAGE : 0;
    scores.set(id, own + shared * SHARED_IN_TITLE - missed);
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return best ? guides.filter((passage) => guideOf(passage) === best[0]) : [];
}

const GIFT = /gift|present|礼物|送礼|هدیه|کادو/i;
/** Headings that speak of how much to spend. */
const BUDGET = /budget|under \d|预算|以内|بودجه|قیمت/i;

function idsIn(context: AnswerContext, text: string): Set<string> {
  return new Set((context.tools.conceptsIn?.(text) ?? []).map(({ id }) => id));
}

/** Headings about the recipient, the occasion or the budget named come first; without any, one point a heading. */
function chosenPoints(context: AnswerContext, { understanding }: GiftInput, guide: EvidencePassage[]): Sentence[] {
  const named = new Set([
    ...idsIn(context, understanding.text),
    ...understanding.need.wishes.map(({ facet, value }) => `${facet}:${value}`),
  ]);
  named.delete('occasion:gift');
  const stems = new Set(contentWords(understanding.text).map(({ stem }) => stem));
  const budget = understanding.need.must.find((must) => must.facet === 'price')?.max;
  const headed = guide.filter((passage) => passage.heading);
  const fitting = headed.filter(({ heading }) => {
    const amounts = (heading!.match(/\d+/g) ?? []).map(Number);
    if (amounts.length > 0)
      return budget !== undefined && amounts.some((amount) => amount * 100 <= budget && amount * 100 >= budget * 0.5);
    if (budget !== undefined && BUDGET.test(heading!)) return true;
    const ids = idsIn(context, heading!);
    return [...ids].some((id) => named.has(id)) || contentWords(heading!).some(({ stem }) => stems.has(stem));
  });
  const general = headed.filter((passage) => !fitting.includes(passage) && !/\d/.test(passage.heading!));
  const chosen = fitting.length > 0 ? [...fitting, ...general.slice(0, Math.max(0, 2 - fitting.length))] : general;
  return chosen.slice(0, MOST_POINTS).map((passage) => pointSentence(context, passage, weightiestSentence(passage)));
}

const MOST_CHOICES = 5;

/** Asks who it is for, where nobody was named and the guide tells people apart; the choices are its headings. */
function forWhom(
  context: AnswerContext,
  { understanding }: GiftInput,
  guide: EvidencePassage[],
): AnswerPart | undefined {
  const isNamed = (ids: Iterable<string>) => [...ids].some((id) => id.startsWith('recipient:'));
  if (isNamed(idsIn(context, understanding.text))) return undefined;
  const choices = guide.flatMap(({ heading, language }) => {
    if (!heading || language !== context.language) return [];
    const recipient = [...idsIn(context, heading)].find((id) => id.startsWith('recipient:'));
    return recipient ? [{ value: recipient.slice('recipient:'.length), label: plainText(heading) }] : [];
  });
  if (choices.length < 2) return undefined;
  const { forWhom: question } = context.messages;
  return { type: 'clarification', question, facet: 'recipient', choices: choices.slice(0, MOST_CHOICES) };
}

/** Where to begin. */
function firstChoice(context: AnswerContext, { listings, understanding }: GiftInput): AnswerPart {
  const listing = listings[0]!;
  const proofs = proofsFor(context, listing, requirementsOf(context, understanding));
  const { phrases, passages } = statedPhrases(context, listing, proofs, ['giftBox'], MOST_PHRASES);
  const text = context.messages.giftLead(plainText(listing.title), phrases);
  const citations = passages.map((passage) => context.book.cite(passage));
  return { type: 'text', sentences: [{ text, citations, factual: phrases.length > 0 }] };
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
