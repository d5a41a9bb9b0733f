import { contentWords, countOpinions, type EvidencePassage, splitSentences } from '#engines/evidence';
import { type AnswerContext, attributePhrase, attributesOf, quoteSentence, valuesOf } from './answer-context.ts';
import type { ListingEvidence, RecommendationInput } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { comparisonTable } from './comparison-table.ts';
import type { Phrase } from './messages/message-types.ts';
import { countSentence, FEWEST_VOICES, ownersSentence } from './opinion-sentences.ts';
import { plainText } from './plain-text.ts';
import { opinionFor, type Proof, proofsFor, requirementsOf } from './requirements.ts';
import { suggestForListing } from './suggest-questions.ts';

const MOST_CARDS = 6;
const MOST_PHRASES = 5;

/**
 * The best match with its proofs, what owners count for, what was not found, cards for the rest and a table of the
 * leading ones. Prices and stock are never in the words: cards show them live.
 */
export function recommend(context: AnswerContext, input: RecommendationInput): AnswerPart[] {
  const { messages } = context;
  const [best] = input.listings;
  if (!best) {
    const near = input.nearMissCount ?? 0;
    const text = near > 0 ? messages.nothingFitsButNear(near) : messages.nothingFits();
    return [{ type: 'text', sentences: [{ text, citations: [], factual: false }] }];
  }
  const requirements = requirementsOf(context, input.understanding);
  const proofs = proofsFor(context, best, requirements);
  const parts: AnswerPart[] = [{ type: 'text', sentences: leadSentences(context, best, proofs) }];
  const listings = input.listings.slice(0, MOST_CARDS);
  parts.push({
    type: 'listing-cards',
    listings: listings.map((listing, i) => ({
      listingId: listing.listingId,
      proofs: i === 0 ? topProofs(context, proofs) : cardProofs(context, proofsFor(context, listing, requirements)),
    })),
  });
  const table = comparisonTable(context, listings.slice(0, 3), requirements);
  if (table) parts.push(table);
  const chips = suggestForListing(context.tools, best, context.language, input.understanding.text);
  if (chips.length > 0) parts.push({ type: 'chips', questions: chips });
  return parts;
}

/** Lead, what owners count for, one or two voices, and what was not found. */
export function leadSentences(context: AnswerContext, listing: ListingEvidence, proofs: Proof[]): Sentence[] {
  const { messages } = context;
  const title = plainText(listing.title);
  const stated = distinctPhrases(proofs, context, listing);
  const sentences: Sentence[] = [
    stated.phrases.length > 0
      ? {
          text: messages.bestMatch(title, stated.phrases),
          citations: stated.passages.map((passage) => context.book.cite(passage)),
          factual: true,
        }
      : { text: messages.bestMatchPlain(title), citations: [], factual: false },
  ];
  const proved = new Set(proofs.filter((proof) => proof.phrases.length > 0).map((proof) => proof.requirement.key));
  const used = new Set<string>();

  for (const { requirement } of proofs) {
    const opinion = opinionFor(requirement);
    if (!opinion) continue;
    const counted = owners(context, listing.passages, opinion, used);
    if (!counted) continue;
    sentences.push(counted);
    proved.add(requirement.key);
  }
  const voices: Sentence[] = [];
  for (const { requirement, told } of proofs) {
    const teller = told.find((one) => !used.has(one.passage.id) && one.score > 1);
    if (!teller) continue;
    proved.add(requirement.key);
    if (voices.length >= 2) continue;
    used.add(teller.passage.id);
    voices.push(quoteSentence(context, teller.passage, teller.span));
  }
  if (voices.length === 0) {
    const own = descriptionQuote(listing, stated.phrases);
    if (own) voices.push(quoteSentence(context, own.passage, own.span));
  }
  sentences.push(...voices);
  const missing = proofs.filter(({ requirement }) => !requirement.excluded && !proved.has(requirement.key));
  if (missing.length > 0) {
    const labels = missing.map(({ requirement }) => messages.wish(requirement.label, requirement.facet));
    sentences.push({ text: messages.notFound([...new Set(labels)]), citations: [], factual: false });
  }
  return sentences;
}

function owners(
  context: AnswerContext,
  passages: EvidencePassage[],
  opinion: { aspect: string; value: string },
  used: Set<string>,
): Sentence | undefined {
  if (used.has(`aspect:${opinion.aspect}`)) return undefined;
  const voices = passages.filter((passage) => passage.source === 'review' || passage.source === 'answer');
  const count = countOpinions(voices, opinion.aspect, opinion.value);
  if (count.mentions.length < FEWEST_VOICES || count.for.length + count.against.length === 0) return undefined;
  used.add(`aspect:${opinion.aspect}`);
  const isHeld = count.for.length >= 2 && count.for.length > count.against.length;
  return isHeld ? countSentence(context, voices, count) : ownersSentence(context, voices, opinion.aspect);
}

function distinctPhrases(
  proofs: Proof[],
  context: AnswerContext,
  listing: ListingEvidence,
): { phrases: Phrase[]; passages: EvidencePassage[] } {
  const phrases: Phrase[] = [];
  const passages: EvidencePassage[] = [];
  const add = (phrase: Phrase, from: EvidencePassage[]) => {
    if (phrases.length >= MOST_PHRASES || phrases.some((known) => known.text === phrase.text)) return;
    phrases.push(phrase);
    for (const passage of from) if (!passages.includes(passage)) passages.push(passage);
  };
  for (const proof of proofs) for (const { phrase, passages: from } of proof.phrases) add(phrase, from);
  // The measured length says more than its name.
  const attributes = attributesOf(listing);
  const measured = attributes.get('lengthCm');
  if (measured && passages.some((passage) => passage.attribute?.key === 'length')) {
    const phrase = attributePhrase(context, measured, valuesOf(attributes));
    if (phrase) add(phrase, [measured]);
  }
  return { phrases, passages };
}

function topProofs(context: AnswerContext, proofs: Proof[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const proof of proofs) {
    if (sentences.length === 3) break;
    const stated = proof.phrases[0];
    if (stated) {
      const text = context.messages.card([stated.phrase]);
      if (sentences.some((known) => known.text === text)) continue;
      sentences.push({ text, citations: stated.passages.map((passage) => context.book.cite(passage)), factual: true });
    } else if (proof.told[0]) {
      sentences.push(quoteSentence(context, proof.told[0].passage, proof.told[0].span));
    }
  }
  return sentences;
}

function cardProofs(context: AnswerContext, proofs: Proof[]): Sentence[] {
  const phrases: Phrase[] = [];
  const citations: number[] = [];
  for (const { phrases: stated } of proofs) {
    for (const { phrase, passages } of stated) {
      if (phrases.length >= 3 || phrases.some((known) => known.text === phrase.text)) continue;
      phrases.push(phrase);
      citations.push(...passages.map((passage) => context.book.cite(passage)));
    }
  }
  return phrases.length > 0 ? [{ text: context.messages.card(phrases), citations, factual: true }] : [];
}

/** The seller's sentence that shares most with what was asked. */
function descriptionQuote(
  listing: ListingEvidence,
  phrases: Phrase[],
): { passage: EvidencePassage; span: { start: number; end: number } } | undefined {
  const passage = listing.passages.find((one) => one.source === 'description');
  if (!passage) return undefined;
  const wanted = new Set(phrases.flatMap((phrase) => contentWords(phrase.text).map((word) => word.stem)));
  const spans = splitSentences(passage.text, passage.language);
  let best = spans[0];
  let most = -1;
  for (const span of spans) {
    const shared = contentWords(passage.text.slice(span.start, span.end)).filter((word) =>
      wanted.has(word.stem),
    ).length;
    if (shared > most) [best, most] = [span, shared];
  }
  return best && { passage, span: best };
}
