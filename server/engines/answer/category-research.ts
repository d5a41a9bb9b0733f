import { countSides, type EvidencePassage, opinionLexicon, questionAspects, splitSentences } from '#engines/evidence';
import type { AnswerContext } from './answer-context.ts';
import type { CatalogueSummary, CategoryResearchInput, ListingEvidence } from './answer-input.ts';
import type { AnswerPart, Sentence } from './answer-types.ts';
import { guideOf, guidePoints, openingSentences, statement } from './guide-points.ts';
import { passageOn, sectionOn } from './section-on.ts';
import { cardSentence, statedPhrases } from './stated-phrases.ts';

const MOST_POINTS = 7;

/**
 * What matters in a category and why: the section of the guide that answers, its other points, what the pieces on hand
 * state, what owners speak of most. A question about one thing in particular is answered by the guide and left at that.
 */
export function researchCategory(context: AnswerContext, input: CategoryResearchInput): AnswerPart[] {
  const { messages } = context;
  const { text } = input.understanding;
  const category = input.category ? context.label('category', input.category) : '';
  const isPlain = !input.understanding.question?.aspects.some((aspect) => opinionLexicon().byId.has(aspect));
  const { points, guide } = guidePoints(context, text, input.guides, MOST_POINTS);
  const passages = input.guides.filter((passage) => guideOf(passage) === guide);
  const section = passages.some(({ heading }) => heading)
    ? sectionOn(context, withoutCategory(input), passages, isPlain)
    : passageOn(context, text, passages);
  const isWide = isPlain && !section && input.category !== undefined;
  const answers = section ? sectionSentences(context, section) : [];
  const lead = answers.length > 0 ? answers : points.length > 0 ? openingSentences(context, passages) : [];
  const others = points.filter(({ citations }) => !section || !citesPassage(context, citations, section));
  const parts: AnswerPart[] = [];
  if (lead.length > 0) parts.push({ type: 'text', sentences: lead });
  if (others.length > 0) parts.push({ type: 'points', title: messages.titles.guide, points: others });
  const isSurveyed = isWide || parts.length === 0;
  const onHand = isSurveyed
    ? (input.catalogue ?? []).flatMap((summary) => catalogueSentence(context, summary) ?? [])
    : [];
  const owners = isSurveyed ? ownersTalk(context, input.reviews ?? []) : [];
  if (parts.length === 0 && onHand.length + owners.length === 0) {
    return [{ type: 'abstained', text: messages.abstainNothing(), nearest: [], canAskSeller: false }];
  }
  if (parts.length === 0 && category)
    parts.push({
      type: 'text',
      sentences: [{ text: messages.researchNothing(category), citations: [], factual: false }],
    });
  if (onHand.length > 0) parts.push({ type: 'points', title: messages.titles.onHand, points: onHand });
  if (owners.length > 0) parts.push({ type: 'points', title: messages.titles.owners, points: owners });
  const listings = input.category ? (input.listings ?? []) : [];
  if (listings.length > 0) parts.push(cards(context, listings, passages));
  return parts;
}

/** The question without the words that only name the category, which every section of its guide is about. */
function withoutCategory({ understanding: { text, concepts } }: CategoryResearchInput): string {
  let rest = text;
  for (const { id, span } of concepts)
    if (id.startsWith('category:'))
      rest = rest.slice(0, span.start) + ' '.repeat(span.end - span.start) + rest.slice(span.end);
  return rest;
}

const MOST_SENTENCES = 4;

function sectionSentences(context: AnswerContext, section: EvidencePassage): Sentence[] {
  const spans = splitSentences(section.text, section.language);
  return spans.slice(0, MOST_SENTENCES).map((span) => statement(context, section, span));
}

function citesPassage(context: AnswerContext, numbers: number[], { id }: EvidencePassage): boolean {
  const cited = context.book.citations().filter((citation) => numbers.includes(citation.number));
  return cited.some(({ passageId }) => passageId === id);
}

const MOST_CARDS = 4;
const MOST_PHRASES = 4;

/** Pieces of the category, each with what it states of what the guide speaks of. */
function cards(context: AnswerContext, listings: ListingEvidence[], guide: EvidencePassage[]): AnswerPart {
  const aspects = guide.flatMap(({ heading }) => (heading ? questionAspects(heading) : []));
  const attributes = [...new Set(aspects.flatMap((aspect) => opinionLexicon().byId.get(aspect)?.attributes ?? []))];
  return {
    type: 'listing-cards',
    listings: listings.slice(0, MOST_CARDS).map((listing) => ({
      listingId: listing.listingId,
      proofs: cardSentence(context, statedPhrases(context, listing, [], attributes, MOST_PHRASES)),
    })),
  };
}

/** Counts and ranges of chosen attributes over listings, with the passages that prove the ends and examples. */
export function summariseCatalogue(listings: ListingEvidence[], attributes: string[]): CatalogueSummary[] {
  return attributes.flatMap((attribute): CatalogueSummary[] => {
    const passages = listings.flatMap(
      (listing) => listing.passages.find((passage) => passage.attribute?.key === attribute) ?? [],
    );
    if (passages.length < 2) return [];
    const numbers = passages.filter((passage) => typeof passage.attribute!.value === 'number');
    if (numbers.length === passages.length) {
      const sorted = [...numbers].sort((a, b) => Number(a.attribute!.value) - Number(b.attribute!.value));
      return [{ attribute, stated: sorted.length, range: { min: sorted[0]!, max: sorted.at(-1)! } }];
    }
    const counts = new Map<string, { value: string; count: number; example: EvidencePassage }>();
    for (const passage of passages) {
      const raw = passage.attribute!.value;
      for (const value of Array.isArray(raw) ? raw : [String(raw)]) {
        const known = counts.get(value);
        if (known) known.count++;
        else counts.set(value, { value, count: 1, example: passage });
      }
    }
    const values = [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return [{ attribute, stated: passages.length, values: values.slice(0, 5) }];
  });
}

function catalogueSentence(context: AnswerContext, summary: CatalogueSummary): Sentence | undefined {
  const { messages, book } = context;
  const name = messages.attributeName(summary.attribute);
  const claim = { kind: 'catalogue' as const, attribute: summary.attribute, stated: summary.stated };
  if (summary.range) {
    const { min, max } = summary.range;
    if (min.attribute!.value === max.attribute!.value) return undefined;
    const cell = (passage: EvidencePassage) =>
      messages.cell(summary.attribute, passage.attribute!.value, context.label);
    return {
      text: messages.catalogueRange(name, cell(min), cell(max), summary.stated),
      citations: [book.cite(min), book.cite(max)],
      factual: true,
      claim,
    };
  }
  const values = summary.values ?? [];
  if (values.length < 2 || values.some(({ value }) => value === 'true' || value === 'false')) return undefined;
  return {
    text: messages.catalogueCounts(
      name,
      values.map(({ value, count }) => ({ label: context.label(summary.attribute, value), count })),
      summary.stated,
    ),
    citations: values.map(({ example }) => book.cite(example)),
    factual: true,
    claim,
  };
}

/** What owners speak of most over all reviews of the category, with counts. */
function ownersTalk(context: AnswerContext, reviews: EvidencePassage[]): Sentence[] {
  if (reviews.length < 6) return [];
  const counted = opinionLexicon()
    .aspects.map((aspect) => ({ aspect, mentions: countSides(reviews, aspect.id)[0]?.mentions ?? [] }))
    .filter(({ mentions }) => mentions.length >= 3)
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .slice(0, 4);
  if (counted.length < 2) return [];
  const byId = new Map(reviews.map((review) => [review.id, review]));
  return [
    {
      text: context.messages.ownersMention(
        counted.map(({ aspect, mentions }) => ({ label: aspect.label[context.language], count: mentions.length })),
        reviews.length,
      ),
      citations: counted.flatMap(({ mentions }) =>
        mentions.slice(0, 2).map((vote) => context.book.cite(byId.get(vote.id)!, vote.span)),
      ),
      factual: true,
      claim: {
        kind: 'mentions',
        counts: counted.map(({ aspect, mentions }) => ({ aspect: aspect.id, ids: mentions.map((vote) => vote.id) })),
        reviews: reviews.length,
      },
    },
  ];
}
