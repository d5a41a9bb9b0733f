import type { Answer, AnswerPart, Citation } from '#contract/assistant';
import type { Locale } from '#contract/common';
import type { ListingCard } from '#contract/listing';
import type { AnswerPart as EngineAnswerPart, Citation as EngineCitation, Sentence } from '#engines/answer';
import { type Labels, readCards } from '#modules/catalog';
import { describeConstraint, type NeedPresenter } from '#modules/search';
import type { Ctx } from '#platform/context';
import type { AnswerRow } from './queries.ts';
import type { StoredAnswer } from './tables.ts';

/** How an answer is put into the reader's words. */
export type AnswerPresenter = { presentNeed: NeedPresenter; labels: Labels };

/** A stored answer as the contract has it; its cards are read now, so prices and stock are live. */
export async function presentAnswer(
  ctx: Ctx,
  row: AnswerRow,
  { presentNeed, labels }: AnswerPresenter,
  locale: Locale,
): Promise<Answer> {
  const { answer, understanding, sourcesRead } = row.answer;
  const cards = await readCardsOf(ctx, answer.parts, locale);
  return {
    id: row.id,
    conversationId: row.conversation_id,
    text: row.text,
    locale: answer.language,
    intent: understanding.intent,
    need: presentNeed(understanding, locale),
    listingId: row.listing_id,
    abstained: answer.abstained,
    parts: [...answer.parts.map((part) => presentPart(part, cards)), ...presentOffers(row, labels, locale)],
    citations: presentCitations(row.answer, labels, locale),
    sourcesRead,
    askedAt: row.asked_at.toISOString(),
  };
}

/** What the asker may have remembered, after everything else. */
export function presentOffers({ text, answer }: AnswerRow, labels: Labels, locale: Locale): AnswerPart[] {
  const { offers = [] } = answer;
  if (offers.length === 0) return [];
  const about = offers.find((offer) => offer.about !== '')?.about;
  return [
    {
      type: 'remember',
      text: text.slice(0, 300),
      about: about === 'shoes' || about === 'clothing' ? about : null,
      labels: offers.map(({ meaning }) => describeConstraint(meaning, labels, locale)),
    },
  ];
}

export async function readCardsOf(
  ctx: Ctx,
  parts: EngineAnswerPart[],
  locale: Locale,
): Promise<Map<string, ListingCard>> {
  const ids = parts.flatMap((part) => {
    if (part.type === 'listing-cards') return part.listings.map((listing) => listing.listingId);
    return part.type === 'comparison-table' ? part.columns.flatMap((column) => column.listingId ?? []) : [];
  });
  const cards = await readCards(ctx, [...new Set(ids)], locale);
  return new Map(cards.filter((card) => card.status === 'available').map((card) => [card.id, card]));
}

export function presentPart(part: EngineAnswerPart, cards: Map<string, ListingCard>): AnswerPart {
  switch (part.type) {
    case 'text':
      return { type: 'text', sentences: part.sentences.map(presentSentence) };
    case 'points':
      return { type: 'points', title: part.title, points: part.points.map(presentSentence) };
    case 'listing-cards':
      return {
        type: 'listing-cards',
        listings: part.listings.map(({ listingId, proofs }) => ({
          listingId,
          listing: cards.get(listingId) ?? null,
          proofs: proofs.map(presentSentence),
        })),
      };
    case 'comparison-table':
      return {
        type: 'comparison-table',
        columns: part.columns.map(({ id, label, listingId }) => ({
          id,
          label,
          listing: (listingId && cards.get(listingId)) || null,
        })),
        rows: part.rows,
      };
    case 'abstained':
      return { ...part, nearest: part.nearest.map(presentSentence) };
    default:
      return part;
  }
}

function presentSentence({ text, citations, factual }: Sentence): Sentence {
  return { text, citations, factual };
}

/** Citations with where to read them. An attribute, which is data, is worded in the reader's language; people's words stay theirs. */
export function presentCitations({ answer, sources }: StoredAnswer, labels: Labels, locale: Locale): Citation[] {
  return answer.citations.map((citation) => ({
    number: citation.number,
    passageId: citation.passageId,
    source: citation.source,
    ...wordsOf(citation, labels, locale),
    author: citation.author ?? null,
    at: citation.at === undefined ? null : new Date(citation.at).toISOString(),
    url: sources[citation.passageId]?.path ?? null,
    title: sources[citation.passageId]?.title ?? null,
    originalUrl: sources[citation.passageId]?.originalUrl ?? null,
  }));
}

function wordsOf(
  citation: EngineCitation,
  labels: Labels,
  locale: Locale,
): Pick<Citation, 'text' | 'span' | 'language'> {
  const { attribute } = citation;
  if (!attribute) return { text: citation.text, span: citation.span, language: citation.language ?? null };
  const text = `${labels.facet(attribute.key, locale)}: ${labels.valueText(attribute.key, attribute.value, locale)}`;
  return { text, span: { start: 0, end: text.length }, language: locale };
}
