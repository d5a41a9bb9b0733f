import { FEATURES, type FeatureRow } from './features.ts';

const AT = (name: (typeof FEATURES)[number]) => FEATURES.indexOf(name);

/** What tells whether a pool answers a question: how well the best sentences fit and what kind of question it is. */
export function answerabilityRow(rows: FeatureRow[], scores: ArrayLike<number>): number[] {
  const order = rows.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const best = rows[order[0]!]!;
  const top = order.slice(0, 3);
  const mean = top.reduce((sum, i) => sum + scores[i]!, 0) / top.length;
  const most = (name: (typeof FEATURES)[number]) => Math.max(...rows.map((row) => row[AT(name)]!));
  return [
    scores[order[0]!]!,
    mean,
    scores[order[0]!]! - (scores[order[1] ?? order[0]!] ?? 0),
    best[AT('coverage')]!,
    best[AT('softMean')]!,
    best[AT('cosine')]!,
    best[AT('opinions')]!,
    best[AT('opinionNear')]!,
    best[AT('aspectSide')]!,
    best[AT('words')]!,
    most('coverage'),
    most('softMean'),
    most('softLeast'),
    most('cosine'),
    most('aspectMatch'),
    most('opinionNear'),
    best[AT('wantsOpinion')]!,
    best[AT('wantsNumber')]!,
    best[AT('yesNo')]!,
    best[AT('askedWords')]!,
    best[AT('poolSize')]!,
  ];
}

/** What tells whether one sentence answers, whatever the pool it stands in. */
export function sentenceRow(row: FeatureRow, score: number): number[] {
  return [
    score,
    row[AT('coverage')]!,
    row[AT('rareCoverage')]!,
    row[AT('softMean')]!,
    row[AT('softLeast')]!,
    row[AT('cosine')]!,
    row[AT('opinionNear')]!,
    row[AT('aspectSide')]!,
    row[AT('earlierSoft')]!,
    row[AT('words')]!,
    row[AT('isQuestion')]!,
  ];
}
