import type { Locale } from '#contract/common';
import type { ReviewSummary, ReviewTheme } from '#contract/review';
import { countSides, type EvidencePassage, opinionLexicon } from '#engines/evidence';
import type { ReviewRow } from './tables.ts';

/** Under this many who speak of it, a thing is not summed up. */
const fewest = 3;
const mostThemes = 6;

/** What a style's reviews come to. `passages` are the same reviews as evidence, without those of another product. */
export function summariseReviews(reviews: ReviewRow[], passages: EvidencePassage[], locale: Locale): ReviewSummary {
  const kept = new Set(passages.map((passage) => passage.id));
  const own = reviews.filter((review) => kept.has(review.id));
  const ratings = [1, 2, 3, 4, 5].map((stars) => own.filter((review) => review.rating === stars).length);
  const rated = ratings.reduce((sum, count) => sum + count, 0);
  const total = ratings.reduce((sum, count, index) => sum + count * (index + 1), 0);
  const said = (fit: ReviewRow['fit']) => own.filter((review) => review.fit === fit).length;
  const fit = { small: said('small'), true: said('true'), large: said('large') };
  return {
    count: own.length,
    rating: rated === 0 ? null : total / rated,
    ratings,
    fit: fit.small + fit.true + fit.large >= fewest ? fit : null,
    themes: findThemes(passages, locale),
  };
}

/** The aspects most spoken of, each with exact counts of both sides and one sentence that says it. */
function findThemes(passages: EvidencePassage[], locale: Locale): ReviewTheme[] {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const themes = opinionLexicon().aspects.flatMap((aspect): ReviewTheme[] => {
    const sides = countSides(passages, aspect.id);
    const mentions = sides[0]?.mentions.length ?? 0;
    if (mentions < fewest) return [];
    const polarityOf = (value: string) => aspect.values.find((candidate) => candidate.id === value)?.polarity ?? 0;
    const tally = (sign: 1 | -1) =>
      sides.filter((side) => Math.sign(polarityOf(side.value)) === sign).flatMap((side) => side.for);
    const positive = tally(1);
    const negative = tally(-1);
    const vote =
      pickQuote(positive.length >= negative.length ? positive : negative, byId, locale) ??
      pickQuote(sides[0]!.mentions, byId, locale);
    const passage = vote && byId.get(vote.id);
    if (!passage) return [];
    const text = passage.text.slice(vote.span.start, vote.span.end).trim();
    const quote = { text, reviewId: passage.id, author: passage.author ?? '', language: passage.language ?? 'en' };
    return [
      {
        aspect: aspect.id,
        label: aspect.label[locale],
        mentions,
        positive: positive.length,
        negative: negative.length,
        quote,
      },
    ];
  });
  return themes.sort((a, b) => b.mentions - a.mentions || a.aspect.localeCompare(b.aspect)).slice(0, mostThemes);
}

type Vote = { id: string; span: { start: number; end: number } };

/** A short sentence in the reader's language where there is one. */
function pickQuote(votes: Vote[], byId: Map<string, EvidencePassage>, locale: Locale): Vote | undefined {
  const cost = (vote: Vote) => {
    const length = vote.span.end - vote.span.start;
    const foreign = byId.get(vote.id)?.language === locale ? 0 : 1000;
    return foreign + Math.abs(length - 60);
  };
  return [...votes].sort((a, b) => cost(a) - cost(b) || a.id.localeCompare(b.id))[0];
}
