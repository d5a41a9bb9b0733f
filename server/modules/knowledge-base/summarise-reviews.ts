import type { Locale } from '#contract/common';
import type { ReviewFit, ReviewSummary } from '#contract/review';
import type { EvidencePassage } from '#engines/evidence';
import { type FitReport, fitNear, summariseFit } from '#engines/fit';
import { findThemes } from './find-themes.ts';
import type { ReviewRow } from './tables.ts';

/** Who reads: in which language, and how tall they are where they say so. */
export type SummaryReader = { locale: Locale; heightCm?: number };

/** What a style's reviews come to. `passages` are the same reviews as evidence. */
export function summariseReviews(
  reviews: ReviewRow[],
  passages: EvidencePassage[],
  { locale, heightCm }: SummaryReader,
): ReviewSummary {
  const ratings = [1, 2, 3, 4, 5].map((stars) => reviews.filter((review) => review.rating === stars).length);
  const rated = ratings.reduce((sum, count) => sum + count, 0);
  const total = ratings.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return {
    count: reviews.length,
    rating: rated === 0 ? null : total / rated,
    ratings,
    fit: fitOf(reviews, heightCm),
    themes: findThemes(passages, locale),
  };
}

/** Only what owners marked counts here; what they write of the fit is a theme. */
function fitOf(reviews: ReviewRow[], heightCm: number | undefined): ReviewFit | null {
  const reports = reviews.flatMap(({ fit, size_bought, height_cm }): FitReport[] =>
    fit === null ? [] : [{ fit, size: size_bought, heightCm: height_cm }],
  );
  const summary = summariseFit(reports);
  if (!summary) return null;
  const { overall, bySize, byHeight } = summary;
  return { ...overall, bySize, byHeight, near: heightCm === undefined ? null : fitNear(reports, heightCm) };
}
