import { writeFileSync } from 'node:fs';
import { sentimentOf, splitSentences } from '#engines/evidence';
import { areaUnderCurve, rounded } from './ranking-measures.ts';
import { readRows } from './read-files.ts';

type ReviewRow = { text: string; positive?: boolean; rating?: number };

/** The side a reviewer took: as labelled, or four and five stars against one and two; three stars take none. */
function sideOf({ positive, rating }: ReviewRow): boolean | undefined {
  if (positive !== undefined) return positive;
  if (rating === undefined || rating === 3) return undefined;
  return rating > 3;
}

/**
 * Judges the sentiment engine on DIR's `reviews.jsonl` ({text, and positive or rating}). A review's score is the sum of
 * its sentences'. `accuracy` is over the reviews that get a side, `undecided` the share that get none, `auc` over all.
 * `--out`: one `{score, positive, text}` a line.
 */
export async function run(dir: string, options: { out?: string } = {}): Promise<Record<string, number>> {
  const judged = readRows<ReviewRow>(dir, 'reviews.jsonl', ['text']).flatMap((review) => {
    const isPositive = sideOf(review);
    return isPositive === undefined ? [] : [{ text: review.text, score: scoreOf(review.text), isPositive }];
  });
  const decided = judged.filter(({ score }) => score !== 0);
  const right = decided.filter(({ score, isPositive }) => score > 0 === isPositive);
  if (options.out) {
    const lines = judged.map(({ score, isPositive, text }) => JSON.stringify({ score, positive: isPositive, text }));
    writeFileSync(options.out, `${lines.join('\n')}\n`);
  }
  return {
    reviews: judged.length,
    accuracy: rounded(right.length / Math.max(1, decided.length)),
    undecided: rounded(1 - decided.length / Math.max(1, judged.length)),
    auc: rounded(areaUnderCurve(judged)),
  };
}

function scoreOf(text: string): number {
  return splitSentences(text).reduce((sum, { start, end }) => {
    const { polarity, opinions } = sentimentOf(text.slice(start, end));
    return sum + polarity * opinions;
  }, 0);
}
