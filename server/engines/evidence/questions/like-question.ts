import { dot } from '#engines/vectors';
import type { AnalysedText, RankerContext } from '../analyse.ts';
import { type Logistic, logistic } from '../logistic.ts';
import { questionKind } from '../question.ts';
import { softMatch } from '../soft-match.ts';
import weights from './like-question.json' with { type: 'json' };

const model: Logistic = weights.model;

/** The probability (0..1) for each of some earlier questions that it asks the same as a new one. */
export function likenessOf(asked: AnalysedText, earlier: AnalysedText[], context: RankerContext): number[] {
  return likenessRows(asked, earlier, context).map((row) => logistic(model, row));
}

/**
 * A row of features for each earlier question: how well the words of either find near words in the other, shared pieces of
 * spelling (which carry Chinese and colloquial forms), shared concepts and aspects, how near their topics are, and by how
 * much it leads the others.
 */
export function likenessRows(asked: AnalysedText, earlier: AnalysedText[], context: RankerContext): number[][] {
  const rows = earlier.map((text) => pairRow(asked, text, context));
  for (const column of [SOFT_COLUMN, GRAM_COLUMN, TOPIC_COLUMN]) {
    const values = rows.map((row) => row[column]!);
    const best = Math.max(0, ...values);
    for (const [i, row] of rows.entries()) row.push(best === 0 ? 0 : Math.max(0, values[i]! / best));
  }
  return rows;
}

const SOFT_COLUMN = 2;
const GRAM_COLUMN = 5;
const TOPIC_COLUMN = 14;

function pairRow(asked: AnalysedText, earlier: AnalysedText, context: RankerContext): number[] {
  const there = softMatch(asked, earlier, context.vectors);
  const back = softMatch(earlier, asked, context.vectors);
  const [left, right] = [gramsOf(asked), gramsOf(earlier)];
  const sharedGrams = countShared(left, right);
  const [leftConcepts, rightConcepts] = [conceptsOf(asked, 'concept:'), conceptsOf(earlier, 'concept:')];
  const [leftAspects, rightAspects] = [conceptsOf(asked, 'aspect:'), conceptsOf(earlier, 'aspect:')];
  const sharedConcepts = countShared(leftConcepts, rightConcepts);
  const sharedAspects = countShared(leftAspects, rightAspects);
  const [kind, otherKind] = [questionKind(asked.text), questionKind(earlier.text)];
  return [
    there.mean,
    back.mean,
    Math.sqrt(there.mean * back.mean),
    Math.min(there.least, back.least),
    dot(asked.vector, earlier.vector),
    ratio(2 * sharedGrams, left.size + right.size),
    ratio(sharedGrams, Math.min(left.size, right.size)),
    ratio(sharedConcepts, Math.min(leftConcepts.size, rightConcepts.size)),
    Number(leftConcepts.size > 0 && rightConcepts.size > 0 && sharedConcepts === 0),
    ratio(sharedAspects, Math.min(leftAspects.size, rightAspects.size)),
    Number(leftAspects.size > 0 && rightAspects.size > 0 && sharedAspects === 0),
    Number(kind === otherKind && kind !== 'none'),
    Number(/how-much|when|where|why/.test(`${kind} ${otherKind}`) && kind !== otherKind),
    Math.log1p(Math.min(asked.content.length, earlier.content.length)),
    dot(context.questions?.(asked) ?? null, context.questions?.(earlier) ?? null),
  ];
}

function conceptsOf(text: AnalysedText, prefix: string): Set<string> {
  return new Set(text.terms.filter((term) => term.startsWith(prefix)));
}

const gramsByText = new WeakMap<AnalysedText, Set<string>>();

/** Threes of letters of the stems; of Chinese single characters and pairs. */
function gramsOf(text: AnalysedText): Set<string> {
  const known = gramsByText.get(text);
  if (known) return known;
  const grams = new Set<string>();
  for (const { stem } of text.content) {
    grams.add(stem);
    if (/^\p{Script=Han}/u.test(stem)) for (const character of stem) grams.add(character);
    else for (let at = 0; at + 3 <= stem.length + 1; at++) grams.add(`${stem} `.slice(at, at + 3));
  }
  gramsByText.set(text, grams);
  return grams;
}

function countShared(left: Set<string>, right: Set<string>): number {
  let shared = 0;
  for (const one of left) if (right.has(one)) shared++;
  return shared;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
