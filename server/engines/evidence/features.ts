import { dot } from '#engines/vectors';
import type { AnalysedSentence, AnalysedText, RankerContext } from './analyse.ts';
import { opinionLexicon } from './opinion-lexicon.ts';
import { bm25, type Pool } from './pool.ts';
import type { Question } from './question.ts';
import { softMatch } from './soft-match.ts';

/**
 * The names of the features, in the order of a row. `...Relative` compares with the best of the pool, `...Lead` with its
 * mean in standard deviations.
 */
export const FEATURES = [
  'bm25',
  'bm25Relative',
  'bm25Lead',
  'coverage',
  'rareCoverage',
  'matched',
  'bigrams',
  'softMean',
  'softRelative',
  'softLead',
  'softRarest',
  'softLast',
  'softLeast',
  'cosine',
  'cosineRelative',
  'cosineLead',
  'central',
  'aspectMatch',
  'aspectSide',
  'attributeMatch',
  'opinions',
  'strength',
  'polarity',
  'opinionNear',
  'numbers',
  'numberMatch',
  'unit',
  'yesNoCue',
  'negated',
  'words',
  'content',
  'fromAttribute',
  'fromDescription',
  'fromReview',
  'fromAnswer',
  'earlierSoft',
  'earlierCosine',
  'isQuestion',
  'firstPerson',
  'wantsOpinion',
  'wantsNumber',
  'yesNo',
  'how',
  'askedWords',
  'place',
  'placeShare',
  'firstMatch',
  'before',
  'after',
  'poolSize',
  'poolReviews',
] as const;

type FeatureName = (typeof FEATURES)[number];
export type FeatureRow = Float64Array;

const PLACE = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<FeatureName, number>;

const UNIT =
  /\d\s*(?:cm|mm|inch(?:es)?|in\b|"|″|ft|feet|foot|lbs?|pounds?|oz|ounces?|grams?|kg|g\b|ml|litres?|liters?|l\b|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|watts?|w\b|volts?|v\b|%|gsm|lumens?|hz|khz|db|厘米|公分|毫米|小时|分钟|天|克|公斤|升|毫升|流明|سانتی|ساعت|دقیقه|گرم|لیتر|روز|درصد)/iu;
const YES_NO_CUE =
  /^(?:yes|no|yep|nope|yeah|nah|it (?:is|does|can|will|has|doesn't|isn't|should|would)|they (?:are|do|can|will|should)|you can|是的|不是|有的|没有|可以|不可以|بله|نه|خیر)(?![\p{L}])/iu;
const NEGATED = /\b(?:not|no|never|without|n't|cannot)\b|n't\b|不|没|نیست|ندارد/iu;
const FIRST_PERSON = /\b(?:i|my|we|our|me)\b|我|من/iu;

/** Everything about one question that its rows share. */
export type Asked = {
  question: Question;
  text: AnalysedText;
  /** The question with the concepts it names, for sentences that words alone do not reach. */
  withConcepts?: AnalysedText;
  context: RankerContext;
};

/** One row of features a sentence, with those that compare filled from the whole pool. */
export function featureRows(asked: Asked, sentences: AnalysedSentence[], pool: Pool): FeatureRow[] {
  const centre = centreOf(sentences);
  const shared = {
    poolSize: Math.log1p(sentences.length),
    poolReviews: sentences.filter((one) => one.passage.source === 'review').length / Math.max(1, sentences.length),
  };
  const rows = sentences.map((sentence) => {
    const row = rowOf(asked, sentence, pool);
    row[PLACE.central] = dot(centre, sentence.vector);
    row[PLACE.poolSize] = shared.poolSize;
    row[PLACE.poolReviews] = shared.poolReviews;
    return row;
  });
  placeInText(rows, sentences);
  compare(rows, 'bm25', 'bm25Relative', 'bm25Lead');
  compare(rows, 'softMean', 'softRelative', 'softLead');
  compare(rows, 'cosine', 'cosineRelative', 'cosineLead');
  return rows;
}

function rowOf(asking: Asked, sentence: AnalysedSentence, pool: Pool): FeatureRow {
  const { question, context } = asking;
  const text = (sentence.isForeign && asking.withConcepts) || asking.text;
  const row = new Float64Array(FEATURES.length);
  const set = (name: FeatureName, value: number | boolean) => {
    row[PLACE[name]] = Number(value);
  };
  const terms = new Set(sentence.terms);
  const asked = [...new Set(text.terms)];
  const matched = asked.filter((term) => terms.has(term));
  set('bm25', bm25(text.terms, sentence, pool));
  set('coverage', share(matched, asked, pool.idf));
  set('rareCoverage', rareCoverage(text, terms, context));
  set('matched', matched.length);
  set('bigrams', sharedBigrams(text, sentence));
  const soft = softMatch(text, sentence, context.vectors);
  set('softMean', soft.mean);
  set('softRarest', soft.rarest);
  set('softLast', soft.last);
  set('softLeast', soft.least);
  set('cosine', dot(text.vector, sentence.vector));

  const mentions = sentence.aspects.filter((mention) => question.aspects.includes(mention.aspect));
  set('aspectMatch', mentions.length > 0);
  set(
    'aspectSide',
    mentions.some((mention) => mention.value),
  );
  set('attributeMatch', attributeMatches(question, sentence));
  set('opinions', Math.min(3, sentence.sentiment.opinions));
  set('strength', Math.abs(sentence.sentiment.polarity));
  set('polarity', sentence.sentiment.polarity);
  set('opinionNear', opinionNear(text, sentence));
  set('numbers', sentence.hasNumber);
  set('numberMatch', sharedNumbers(question.text, sentence.text));
  set('unit', UNIT.test(sentence.text));
  set('yesNoCue', YES_NO_CUE.test(sentence.text.trim()));
  set('negated', NEGATED.test(sentence.text));
  set('words', Math.log1p(sentence.words.length));
  set('content', Math.log1p(sentence.content.length));
  const { source, question: earlier } = sentence.passage;
  set('fromAttribute', source === 'attribute');
  set('fromDescription', source === 'description' || source === 'guide' || source === 'document');
  set('fromReview', source === 'review');
  set('fromAnswer', source === 'answer');
  if (earlier && sentence.earlier) {
    set('earlierSoft', softMatch(text, sentence.earlier, context.vectors).mean);
    set('earlierCosine', dot(text.vector, sentence.earlier.vector));
  }
  set('isQuestion', /[?？؟]\s*$/.test(sentence.text));
  set('firstPerson', FIRST_PERSON.test(sentence.text));
  set('wantsOpinion', question.wantsOpinion);
  set('wantsNumber', question.wantsNumber);
  set('yesNo', question.kind === 'yes-no');
  set('how', question.kind === 'how');
  set('askedWords', text.content.length);
  return row;
}

function share(matched: string[], asked: string[], weight: (term: string) => number): number {
  const total = asked.reduce((sum, term) => sum + weight(term), 0);
  return total === 0 ? 0 : matched.reduce((sum, term) => sum + weight(term), 0) / total;
}

/** Coverage with words weighing by how rare they are in general English, so that a small pool does not distort it. */
function rareCoverage(text: AnalysedText, terms: Set<string>, { vectors }: RankerContext): number {
  let found = 0;
  let total = 0;
  for (const word of text.content) {
    const row = vectors?.indexOf(word.text) ?? -1;
    const weight = vectors && row >= 0 ? Math.log(2 + vectors.rankOf(row)) : 9;
    total += weight;
    if (terms.has(word.stem)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

/** How close an opinion word stands to a word of the question (1 beside it, 0 where there is none). */
function opinionNear(text: AnalysedText, sentence: AnalysedSentence): number {
  if (sentence.sentiment.opinions === 0) return 0;
  const asked = new Set(text.content.map((word) => word.stem));
  const places = sentence.words.flatMap((word, i) => (asked.has(word.stem) ? [i] : []));
  let best = 0;
  for (const hit of opinionLexicon().polarity(sentence.text, sentence.words)) {
    for (const place of places) {
      const distance = Math.min(Math.abs(hit.firstWord - place), Math.abs(hit.lastWord - place));
      if (distance > 0) best = Math.max(best, 1 / distance);
    }
  }
  return best;
}

function compare(rows: FeatureRow[], from: FeatureName, relative: FeatureName, lead: FeatureName): void {
  const values = rows.map((row) => row[PLACE[from]]!);
  const best = Math.max(1e-9, ...values);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const spread =
    Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)) || 1;
  rows.forEach((row, i) => {
    row[PLACE[relative]] = values[i]! / best;
    row[PLACE[lead]] = (values[i]! - mean) / spread;
  });
}

/**
 * Where each sentence stands in its text and how well its neighbours match: opening sentences carry the verdict, and the
 * first sentence to name a thing is the one that judges it.
 */
function placeInText(rows: FeatureRow[], sentences: AnalysedSentence[]): void {
  const texts = new Map<string, number[]>();
  sentences.forEach(({ passage }, i) => {
    const text = passage.part?.of ?? passage.id;
    const list = texts.get(text) ?? [];
    list.push(i);
    texts.set(text, list);
  });
  for (const list of texts.values()) {
    list.sort((a, b) => placeOf(sentences[a]!) - placeOf(sentences[b]!));
    let bestSoFar = 0;
    list.forEach((i, at) => {
      const row = rows[i]!;
      const match = row[PLACE.softMean]!;
      row[PLACE.place] = Math.log1p(placeOf(sentences[i]!));
      row[PLACE.placeShare] = list.length > 1 ? at / (list.length - 1) : 0;
      row[PLACE.firstMatch] = match - bestSoFar;
      row[PLACE.before] = at > 0 ? rows[list[at - 1]!]![PLACE.softMean]! : 0;
      row[PLACE.after] = at + 1 < list.length ? rows[list[at + 1]!]![PLACE.softMean]! : 0;
      bestSoFar = Math.max(bestSoFar, match);
    });
  }
}

function placeOf(sentence: AnalysedSentence): number {
  return (sentence.passage.part?.place ?? 0) + sentence.index;
}

function centreOf(sentences: AnalysedSentence[]): Float32Array | null {
  const first = sentences.find((sentence) => sentence.vector)?.vector;
  if (!first) return null;
  const sum = new Float32Array(first.length);
  for (const { vector } of sentences) if (vector) for (let d = 0; d < sum.length; d++) sum[d]! += vector[d]!;
  let square = 0;
  for (const value of sum) square += value * value;
  const length = Math.sqrt(square) || 1;
  return sum.map((value) => value / length);
}

function sharedBigrams(a: AnalysedText, b: AnalysedText): number {
  const pairs = (text: AnalysedText) => text.content.slice(1).map((word, i) => `${text.content[i]!.stem} ${word.stem}`);
  const known = new Set(pairs(b));
  return pairs(a).filter((pair) => known.has(pair)).length;
}

function sharedNumbers(question: string, text: string): number {
  const numbers = new Set(text.match(/\d+(?:[.,]\d+)?/g) ?? []);
  return (question.match(/\d+(?:[.,]\d+)?/g) ?? []).filter((number) => numbers.has(number)).length;
}

function attributeMatches(question: Question, sentence: AnalysedSentence): boolean {
  const key = sentence.passage.attribute?.key;
  if (!key) return false;
  const byId = opinionLexicon().byId;
  if (question.aspects.some((aspect) => byId.get(aspect)?.attributes.includes(key))) return true;
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some(
    (word) => word.length > 3 && question.content.some((asked) => asked.text.startsWith(word.slice(0, 5))),
  );
}
