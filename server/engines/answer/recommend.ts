import {
  aspectsOf,
  contentWords,
  countOpinions,
  countSides,
  type EvidencePassage,
  opinionLexicon,
  splitSentences,
} from '#engines/evidence';
import type { Understanding } from '#engines/language';
import { type AnswerContext, quoteSentence } from './answer-context.ts';
import type { ListingEvidence, RecommendationInput } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { clarify } from './clarify.ts';
import { comparisonTable } from './comparison-table.ts';
import { openingSentences, pointSentence, weightiestSentence } from './guide-points.ts';
import { type Matters, mattersFor, sectionsOf } from './matters.ts';
import { countSentence, FEWEST_VOICES, ownersSentence, voicesOf } from './opinion-sentences.ts';
import { plainText } from './plain-text.ts';
import { opinionFor, type Proof, proofsFor, type Requirement, requirementsOf } from './requirements.ts';
import { cardSentence, statedPhrases } from './stated-phrases.ts';
import { suggestForListing } from './suggest-questions.ts';

const MOST_CARDS = 6;
const MOST_PHRASES = 5;
const MOST_CARD_PHRASES = 4;
const MOST_SECTIONS = 5;
const MOST_COUNTS = 2;
const MOST_VOICES = 2;
/** From which calibrated probability a sentence is taken to speak of what was asked. */
const SPEAKS_OF_IT = 0.6;

/**
 * The best match with its proofs, what owners count for, what speaks against it, what was not found; cards for it and the
 * rest; what a guide says matters; a table of the leading ones. Prices and stock are never in the words: cards show them.
 */
export function recommend(context: AnswerContext, input: RecommendationInput): AnswerPart[] {
  const { messages } = context;
  const [best] = input.listings;
  const matters = mattersFor(context, input.understanding, input.guides ?? []);
  if (!best) {
    const near = input.nearMissCount ?? 0;
    const text = near > 0 ? messages.nothingFitsButNear(near) : messages.nothingFits();
    return [{ type: 'text', sentences: [{ text, citations: [], factual: false }] }, ...guideParts(context, matters)];
  }
  const requirements = requirementsOf(context, input.understanding);
  const listings = input.listings.slice(0, MOST_CARDS);
  const parts: AnswerPart[] = [
    { type: 'text', sentences: leadSentences(context, input.understanding, best, requirements, matters) },
    listingCards(context, listings, requirements, matters),
    ...guideParts(context, matters),
  ];
  const table = comparisonTable(context, listings.slice(0, 3), requirements);
  if (table) parts.push(table);
  const question = clarify(context, {
    need: input.understanding.need,
    splits: input.splits ?? [],
    candidates: input.candidates ?? 0,
  });
  if (question) parts.push(question);
  const chips = suggestForListing(context.tools, best, context.language, input.understanding.text);
  if (chips.length > 0) parts.push({ type: 'chips', questions: chips });
  return parts;
}

/** Lead, what owners count for, one or two voices, what speaks against it, and what was not found. */
function leadSentences(
  context: AnswerContext,
  understanding: Understanding,
  listing: ListingEvidence,
  requirements: Requirement[],
  matters: Matters | undefined,
): Sentence[] {
  const { messages } = context;
  const proofs = proofsFor(context, listing, requirements);
  const title = plainText(listing.title);
  const stated = statedPhrases(context, listing, proofs, matters?.attributes ?? [], MOST_PHRASES);
  const sentences: Sentence[] = [
    stated.phrases.length > 0
      ? {
          text: messages.bestMatch(title, stated.phrases),
          citations: stated.passages.map((passage) => context.book.cite(passage)),
          factual: true,
        }
      : { text: messages.bestMatchPlain(title), citations: [], factual: false },
  ];
  const cheap = understanding.need.wishes.find(({ facet, value }) => facet === 'priceLevel' && value !== 'mid');
  if (cheap && listing.grants?.includes(cheap.key))
    sentences.push({ text: messages.byPrice(cheap.value === 'high'), citations: [], factual: false });

  const shown = proofs.filter(({ stated, isNamed }) => stated.length > 0 || isNamed);
  const proved = new Set(shown.map(({ requirement }) => requirement.key));
  const counted = new Set<string>();
  for (const { requirement } of proofs) {
    const opinion = opinionFor(requirement);
    const sentence = opinion && owners(context, listing.passages, opinion, counted);
    if (!sentence) continue;
    sentences.push(sentence);
    proved.add(requirement.key);
  }
  for (const aspect of aspectsToTell(listing, matters)) {
    const sentence = counted.size < MOST_COUNTS && !counted.has(aspect) && heldOpinion(context, listing, aspect);
    if (!sentence) continue;
    counted.add(aspect);
    sentences.push(sentence);
  }
  const voices = voicesOn(context, understanding, listing, proofs, proved);
  const isHeard = (passage: EvidencePassage) => voices.some((voice) => voice.passage === passage);
  const told = matters && voices.length < MOST_VOICES && voiceOnMatters(context, listing, matters, isHeard);
  if (told) voices.push(told);
  sentences.push(...voices.map(({ passage, span }) => quoteSentence(context, passage, span)));
  const against = counted.size < MOST_COUNTS ? drawback(context, listing, counted) : undefined;
  if (against) sentences.push(against);
  const note = listing.passages.find((passage) => passage.isConditionNote);
  if (note && !voices.some(({ passage }) => passage === note))
    sentences.push(quoteSentence(context, note, { start: 0, end: note.text.length }));
  const missing = proofs.filter(({ requirement }) => !requirement.excluded && !proved.has(requirement.key));
  if (missing.length > 0) {
    const labels = missing.map(({ requirement }) => messages.wish(requirement.label, requirement.facet));
    sentences.push({ text: messages.notFound([...new Set(labels)]), citations: [], factual: false });
  }
  return sentences;
}

/** What decides by the guide; and how it turns out in size, where it has one. */
function aspectsToTell(listing: ListingEvidence, matters: Matters | undefined): string[] {
  const isSized = listing.passages.some((passage) => passage.attribute?.key === 'size');
  return [...new Set([...(matters?.aspects ?? []), ...(isSized ? ['fit'] : [])])];
}

/** What most of those say who speak of an aspect, or that they disagree; a side of a few says nothing of the rest. */
function heldOpinion(context: AnswerContext, listing: ListingEvidence, aspect: string): Sentence | undefined {
  const voices = voicesOf(listing.passages);
  const [most, next] = countSides(voices, aspect);
  const isHeld = most !== undefined && most.for.length >= FEWEST_VOICES && most.for.length * 2 >= most.mentions.length;
  const isDivided = next !== undefined && next.for.length >= FEWEST_VOICES;
  return isHeld || isDivided ? ownersSentence(context, voices, aspect) : undefined;
}

/**
 * The review sentence that speaks of most of what matters, what the guide names first weighing most; rather one in the
 * reader's language. Passages heard already are left out.
 */
function voiceOnMatters(
  context: AnswerContext,
  listing: ListingEvidence,
  { aspects }: Matters,
  isHeard: (passage: EvidencePassage) => boolean,
): Told | undefined {
  let best: Told | undefined;
  let most = 0;
  for (const passage of listing.passages) {
    if (passage.source !== 'review' || isHeard(passage)) continue;
    const isOwn = passage.language === context.language;
    for (const span of splitSentences(passage.text, passage.language)) {
      const text = passage.text.slice(span.start, span.end);
      const found = aspectsOf(text).filter(({ aspect }) => aspects.includes(aspect));
      const score =
        [...new Set(found.map(({ aspect }) => aspect))].reduce((sum, one) => sum + weightOf(aspects, one), 0) +
        (found.some(({ value }) => value) ? 0.5 : 0) +
        (isOwn ? 0.6 : 0) +
        Math.min(5, passage.helpful ?? 0) * 0.05 -
        Math.max(0, text.length - 160) / 100;
      if (found.length > 0 && score > most) [best, most] = [{ passage, span }, score];
    }
  }
  return best;
}

function weightOf(aspects: string[], aspect: string): number {
  return 1 - (0.8 * aspects.indexOf(aspect)) / aspects.length;
}

type Told = { passage: EvidencePassage; span: { start: number; end: number } };

/** Voices that tell of the wishes; then the sentence that speaks of the whole request, where one does. */
function voicesOn(
  context: AnswerContext,
  understanding: Understanding,
  listing: ListingEvidence,
  proofs: Proof[],
  proved: Set<string>,
): Told[] {
  const voices: Told[] = [];
  const isUsed = (passage: EvidencePassage) => voices.some((voice) => voice.passage === passage);
  for (const { requirement, told } of proofs) {
    const teller = told.find((one) => !isUsed(one.passage) && one.score > 1);
    if (!teller) continue;
    proved.add(requirement.key);
    if (voices.length < MOST_VOICES) voices.push(teller);
  }
  const texts = listing.passages.filter((passage) => passage.source !== 'attribute' && !passage.isTitle);
  const [nearest] = context.tools.ranker.rank(understanding.text, texts, { limit: 1 }).ranked;
  if (nearest && nearest.probability >= SPEAKS_OF_IT && !isUsed(nearest.passage) && sharesWords(understanding, nearest))
    return [nearest, ...voices].slice(0, MOST_VOICES);
  return voices;
}

/** Whether a passage speaks of more than the kind of thing: of at least two things that were named. */
function sharesWords({ text }: Understanding, { passage, span }: Told): boolean {
  const said = new Set(contentWords(passage.text.slice(span.start, span.end)).map(({ stem }) => stem));
  return new Set(contentWords(text).flatMap(({ stem }) => (said.has(stem) ? [stem] : []))).size >= 2;
}

function owners(
  context: AnswerContext,
  passages: EvidencePassage[],
  opinion: { aspect: string; value: string },
  counted: Set<string>,
): Sentence | undefined {
  if (counted.has(opinion.aspect)) return undefined;
  const voices = voicesOf(passages);
  const count = countOpinions(voices, opinion.aspect, opinion.value);
  if (count.mentions.length < FEWEST_VOICES || count.for.length + count.against.length === 0) return undefined;
  counted.add(opinion.aspect);
  const isHeld = count.for.length >= 2 && count.for.length > count.against.length;
  return isHeld ? countSentence(context, voices, count) : ownersSentence(context, voices, opinion.aspect);
}

/** A complaint is told from this many owners on, and from this share of those who speak of the aspect. */
const FEWEST_COMPLAINTS = 3;
const COMPLAINING_SHARE = 0.25;
/** What buyers of another piece of the style complain of has nothing to do with this one. */
const NOT_OF_THE_PIECE = new Set(['delivery', 'price', 'condition']);

/** What most owners hold against it, among what was not told yet. */
function drawback(context: AnswerContext, listing: ListingEvidence, counted: Set<string>): Sentence | undefined {
  const voices = voicesOf(listing.passages);
  const complaints = opinionLexicon()
    .aspects.filter(({ id }) => !counted.has(id) && !NOT_OF_THE_PIECE.has(id))
    .flatMap((aspect) =>
      countSides(voices, aspect.id).filter(
        (side) =>
          aspect.values.find(({ id }) => id === side.value)!.polarity < 0 &&
          side.for.length >= FEWEST_COMPLAINTS &&
          side.for.length >= side.mentions.length * COMPLAINING_SHARE,
      ),
    )
    .sort((a, b) => b.for.length - a.for.length || (a.aspect < b.aspect ? -1 : 1));
  const [worst] = complaints;
  return worst && (ownersSentence(context, voices, worst.aspect) ?? countSentence(context, voices, worst));
}

function listingCards(
  context: AnswerContext,
  listings: ListingEvidence[],
  requirements: Requirement[],
  matters: Matters | undefined,
): AnswerPart {
  const quoted = new Set<string>();
  return {
    type: 'listing-cards',
    listings: listings.map((listing) => {
      const proofs = proofsFor(context, listing, requirements);
      const stated = statedPhrases(context, listing, proofs, matters?.attributes ?? [], MOST_CARD_PHRASES);
      const voice = cardVoice(context, listing, proofs, matters, quoted);
      return { listingId: listing.listingId, proofs: [...cardSentence(context, stated), ...(voice ? [voice] : [])] };
    }),
  };
}

/** What owners of it say in one sentence: a count on what was asked or on what matters, else a voice not heard yet. */
function cardVoice(
  context: AnswerContext,
  listing: ListingEvidence,
  proofs: Proof[],
  matters: Matters | undefined,
  quoted: Set<string>,
): Sentence | undefined {
  for (const { requirement } of proofs) {
    const opinion = opinionFor(requirement);
    const sentence = opinion && owners(context, listing.passages, opinion, new Set());
    if (sentence) return sentence;
  }
  for (const aspect of aspectsToTell(listing, matters)) {
    const sentence = heldOpinion(context, listing, aspect);
    if (sentence) return sentence;
  }
  const told =
    (matters && voiceOnMatters(context, listing, matters, ({ id }) => quoted.has(id))) ??
    proofs.flatMap((proof) => proof.told).find(({ passage, score }) => score > 1 && !quoted.has(passage.id));
  if (!told) return undefined;
  quoted.add(told.passage.id);
  return quoteSentence(context, told.passage, told.span);
}

/** What the guide about the wish says, and its sections on what to look at. */
function guideParts(context: AnswerContext, matters: Matters | undefined): AnswerPart[] {
  if (!matters) return [];
  const points = [
    ...openingSentences(context, matters.passages),
    ...sectionsOf(matters, MOST_SECTIONS).map((passage) =>
      pointSentence(context, passage, weightiestSentence(passage)),
    ),
  ];
  return points.length > 0 ? [{ type: 'points', title: context.messages.titles.guide, points }] : [];
}
