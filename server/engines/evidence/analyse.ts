import type { Span } from '#engines/language';
import { sentenceVector, type WordVectors } from '#engines/vectors';
import { type AspectMention, aspectsOf } from './aspects.ts';
import type { EvidencePassage } from './evidence-types.ts';
import type { QuestionVectors } from './questions/question-vectors.ts';
import { type Sentiment, sentimentOf } from './sentiment.ts';
import { splitSentences } from './split-sentences.ts';
import { isStopWord, type Word, wordsOf } from './words.ts';

/** What the ranker may ask of the language engine: the concepts that a text names and what they are called. */
export type ConceptFinder = {
  conceptsIn: (text: string) => { id: string; span: Span }[];
  labelOf: (id: string, language: 'en' | 'zh' | 'fa') => string | undefined;
};

export type RankerContext = {
  vectors?: WordVectors;
  concepts?: ConceptFinder;
  /** What questions ask about, by which those that ask the same are found. */
  questions?: QuestionVectors;
};

/** A text taken apart once: words, topic words, concepts, vector, aspects, sentiment. */
export type AnalysedText = {
  text: string;
  words: Word[];
  content: Word[];
  /** Stems of the topic words and, so that languages meet, `concept:` and `aspect:` terms. */
  terms: string[];
  vector: Float32Array | null;
  aspects: AspectMention[];
  sentiment: Sentiment;
  hasNumber: boolean;
};

export type AnalysedSentence = AnalysedText & {
  /** The earlier question that the passage answered. */
  earlier?: AnalysedText;
  /** Whether question and sentence meet through concepts, because one of them is not English. */
  isForeign?: boolean;
  passage: EvidencePassage;
  span: Span;
  index: number;
  count: number;
};

export function analyseText(text: string, context: RankerContext): AnalysedText {
  const words = wordsOf(text);
  const content = words.filter((word) => !isStopWord(word.text));
  const concepts = context.concepts?.conceptsIn(text) ?? [];
  const aspects = aspectsOf(text);
  const terms = content.map((word) => word.stem);
  for (const concept of concepts) terms.push(`concept:${concept.id}`);
  for (const aspect of new Set(aspects.map((mention) => mention.aspect))) terms.push(`aspect:${aspect}`);
  return {
    text,
    words,
    content,
    terms,
    vector: context.vectors ? sentenceVector(context.vectors, vectorWords(words, concepts, context)) : null,
    aspects,
    sentiment: sentimentOf(text),
    hasNumber:
      /[\d۰-۹]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|dozen)\b|[一二三四五六七八九十两]/u.test(
        text,
      ),
  };
}

/** English words to average: the text's own and the English labels of concepts named in other scripts. */
function vectorWords(words: Word[], concepts: { id: string; span: Span }[], context: RankerContext): string[] {
  const out = words.map((word) => word.text.replace(/'s$/, ''));
  for (const { id } of concepts) {
    const label = context.concepts?.labelOf(id, 'en');
    if (label && !words.some((word) => label.includes(word.text))) out.push(...wordsOf(label).map((word) => word.text));
  }
  return out;
}

/** A passage cut into analysed sentences; attributes stay whole. */
export function analysePassage(
  passage: EvidencePassage,
  context: RankerContext,
  analyse: (text: string) => AnalysedText = (text) => analyseText(text, context),
): AnalysedSentence[] {
  const whole = { start: 0, end: passage.text.length };
  const spans = passage.source === 'attribute' ? [whole] : splitSentences(passage.text, passage.language);
  const kept = spans.length > 0 ? spans : [whole];
  const earlier = passage.question ? analyse(passage.question) : undefined;
  return kept.map((span, index) => ({
    ...analyse(passage.text.slice(span.start, span.end)),
    earlier,
    passage,
    span,
    index,
    count: kept.length,
  }));
}
