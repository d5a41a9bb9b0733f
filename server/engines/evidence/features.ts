import type { AnalysedSentence, AnalysedText, RankerContext } from './analyse.ts';
import { opinionLexicon } from './opinion-lexicon.ts';
import { bm25, type Pool } from './pool.ts';
import type { Question } from './question.ts';
import { softMatch } from './soft-match.ts';
import { dot } from './vectors/sentence-vector.ts';

/** The names of the features, in the order of a row. Those ending in `Relative` compare with the best of the pool. */
export const FEATURES = [
  'bm25',
  'bm25Relative',
  'coverage',
  'matched',
  'bigrams',
  'softCoverage',
  'softRelative',
  'cosine',
  'cosineRelative',
  'aspectMatch',
  'aspectSide',
  'attributeMatch',
  'opinion',
  'opinionWanted',
  'numberWanted',
  'numberUnwanted',
  'unitMatch',
  'yesNoCue',
  'length',
  'short',
  'fromAttribute',
  'fromDescription',
  'fromReview',
  'fromAnswer',
  'earlierQuestion',
  'isQuestion',
  'firstPerson',
  'wantsOpinion',
  'wantsNumber',
  'yesNo',
] as const;

export type FeatureRow = Float64Array;

const UNIT =
  /\d\s*(?:cm|mm|inch(?:es)?|in\b|"|″|ft|feet|foot|lbs?|pounds?|oz|ounces?|grams?|kg|g\b|ml|litres?|liters?|l\b|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|watts?|w\b|volts?|v\b|%|gsm|lumens?|hz|khz|db|厘米|公分|毫米|小时|分钟|天|克|公斤|升|毫升|流明|سانتی|ساعت|دقیقه|گرم|لیتر|روز|درصد)/iu;
const YES_NO_CUE =
  /^(?:yes|no|yep|nope|yeah|nah|it (?:is|does|can|will|has|doesn't|isn't)|they (?:are|do|can|will)|是的|不是|有的|没有|可以|不可以|بله|نه|خیر)\b/iu;
const FIRST_PERSON = /\b(?:i|my|we|our|me)\b|我|من/iu;

/** Everything about one question that its rows share. */
export type Asked = { question: Question; text: AnalysedText; context: RankerContext };

/** One row of features a sentence, with the relative ones filled from the whole pool. */
export function featureRows(asked: Asked, sentences: AnalysedSentence[], pool: Pool): FeatureRow[] {
  const rows = sentences.map((sentence) => rowOf(asked, sentence, pool));
  relate(rows, 'bm25', 'bm25Relative');
  relate(rows, 'softCoverage', 'softRelative');
  relate(rows, 'cosine', 'cosineRelative');
  return rows;
}

function rowOf({ question, text, context }: Asked, sentence: AnalysedSentence, pool: Pool): FeatureRow {
  const row = new Float64Array(FEATURES.length);
  const set = (name: (typeof FEATURES)[number], value: number | boolean) => {
    row[FEATURES.indexOf(name)] = Number(value);
  };
  const terms = new Set(sentence.terms);
  const asked = [...new Set(text.terms)];
  const weight = asked.reduce((sum, term) => sum + pool.idf(term), 0) || 1;
  const matched = asked.filter((term) => terms.has(term));
  set('bm25', bm25(text.terms, sentence, pool));
  set('coverage', matched.reduce((sum, term) => sum + pool.idf(term), 0) / weight);
  set('matched', matched.length);
  set('bigrams', sharedBigrams(text, sentence));
  set('softCoverage', softMatch(text, sentence, context.vectors));
  set('cosine', dot(text.vector, sentence.vector));

  const mentions = sentence.aspects.filter((mention) => question.aspects.includes(mention.aspect));
  set('aspectMatch', mentions.length > 0);
  set(
    'aspectSide',
    mentions.some((mention) => mention.value),
  );
  set('attributeMatch', attributeMatches(question, sentence));
  const opinion = Math.min(2, sentence.sentiment.opinions) / 2;
  set('opinion', opinion);
  set('opinionWanted', question.wantsOpinion ? opinion : 0);
  set('numberWanted', question.wantsNumber && sentence.hasNumber);
  set('numberUnwanted', !question.wantsNumber && sentence.hasNumber);
  set('unitMatch', question.wantsNumber && UNIT.test(sentence.text));
  set('yesNoCue', question.kind === 'yes-no' && YES_NO_CUE.test(sentence.text.trim()));
  set('length', Math.log1p(sentence.words.length));
  set('short', sentence.content.length < 3);
  const { source } = sentence.passage;
  set('fromAttribute', source === 'attribute');
  set('fromDescription', source === 'description' || source === 'guide' || source === 'document');
  set('fromReview', source === 'review');
  set('fromAnswer', source === 'answer');
  set('earlierQuestion', sentence.passage.question ? questionLikeness(text.terms, sentence.passage.question) : 0);
  set('isQuestion', /[?？؟]\s*$/.test(sentence.text));
  set('firstPerson', FIRST_PERSON.test(sentence.text));
  set('wantsOpinion', question.wantsOpinion);
  set('wantsNumber', question.wantsNumber);
  set('yesNo', question.kind === 'yes-no');
  return row;
}

function relate(rows: FeatureRow[], from: (typeof FEATURES)[number], to: (typeof FEATURES)[number]): void {
  const source = FEATURES.indexOf(from);
  const target = FEATURES.indexOf(to);
  const best = Math.max(1e-9, ...rows.map((row) => row[source]!));
  for (const row of rows) row[target] = row[source]! / best;
}

function sharedBigrams(a: AnalysedText, b: AnalysedText): number {
  const pairs = (text: AnalysedText) => text.content.slice(1).map((word, i) => `${text.content[i]!.stem} ${word.stem}`);
  const known = new Set(pairs(b));
  return pairs(a).filter((pair) => known.has(pair)).length;
}

function attributeMatches(question: Question, sentence: AnalysedSentence): boolean {
  const key = sentence.passage.attribute?.key;
  if (!key) return false;
  const byId = opinionLexicon().byId;
  if (question.aspects.some((aspect) => byId.get(aspect)?.attributes.includes(key))) return true;
  const keyWords = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return keyWords.some(
    (word) => word.length > 3 && question.content.some((asked) => asked.text.startsWith(word.slice(0, 5))),
  );
}

function questionLikeness(asked: string[], earlier: string): number {
  const text = earlier.toLowerCase();
  const found = asked.filter((term) => !term.includes(':') && text.includes(term));
  return found.length / Math.max(1, asked.filter((term) => !term.includes(':')).length);
}
