import { opinionLexicon } from './opinion-lexicon.ts';
import { isStopWord, type Word, wordsOf } from './words.ts';

export type QuestionKind = 'yes-no' | 'what' | 'how' | 'how-much' | 'which' | 'why' | 'when' | 'where' | 'who' | 'none';

/** What a question asks for, as far as ranking needs to know. */
export type Question = {
  text: string;
  kind: QuestionKind;
  words: Word[];
  content: Word[];
  /** Aspects named in the question. */
  aspects: string[];
  /** Whether a number answers it ("how long", "what size"). */
  wantsNumber: boolean;
  /** Whether an opinion answers it ("how is the sound", "what do you think of"). */
  wantsOpinion: boolean;
};

const KINDS: [RegExp, QuestionKind][] = [
  [
    /^(?:and |but |so |hi,? |hello,? )*(?:how (?:much|many|long|big|tall|wide|deep|heavy|high|thick|far|old|often|large|small|loud|bright|warm|fast))\b/i,
    'how-much',
  ],
  [/多少|多大|多长|多久|多高|多宽|多重|几(?:个|小时|天|厘米|升|寸)|چند|چقدر|چه مدت/u, 'how-much'],
  [
    /^(?:and |but |so )*(?:is|are|was|were|do|does|did|can|could|will|would|has|have|had|should|isn't|aren't|doesn't|don't|won't|can't)\b/i,
    'yes-no',
  ],
  [/吗|是不是|有没有|会不会|能不能|好不好|可不可以|^آیا/u, 'yes-no'],
  [/^(?:and |but |so )*how\b|怎么样|如何|怎样|怎么|چطور|چگونه/iu, 'how'],
  [/\bwhy\b|为什么|چرا/iu, 'why'],
  [/\bwhen\b|什么时候|کی(?=\s|؟|$)|چه زمانی/iu, 'when'],
  [/\bwhere\b|哪里|哪儿|کجا/iu, 'where'],
  [/\bwhich\b|哪个|哪款|哪种|کدام/iu, 'which'],
  [/\bwho\b|谁|چه کسی/iu, 'who'],
  [/\bwhat(?:'s)?\b|什么|چه(?=\s)|چیست/iu, 'what'],
  [/\b(?:is|are|does|do|can|will|would) (?:it|this|these|they|the|you|there|i)\b/i, 'yes-no'],
  [/\bhow\b/i, 'how'],
];

const NUMBER_QUESTION =
  /how (?:much|many|long|big|tall|wide|deep|heavy|high|thick|far|old|often|large|bright|fast)\b|what (?:size|length|width|height|weight|voltage|wattage|capacity|percentage)|dimensions?|measurements?|inches|\bcm\b|\bounces?\b|多少|多大|多长|多久|多高|多宽|多重|几|尺寸|چند|چقدر|اندازه/iu;

const OPINION_QUESTION =
  /^how (?:is|are|was|were|does|do|did|has|good|bad|about)\b|what do you think|what (?:is|are|was) (?:your|the) (?:opinion|quality|impression)|how would you|do you (?:like|recommend|love)|any good|worth|怎么样|好不好|如何|值得|چطور|چگونه|نظر/iu;

/** Reads a question: its kind, its content words, the aspects it names and what sort of answer it wants. */
export function readQuestion(text: string): Question {
  const trimmed = text.trim();
  const words = wordsOf(trimmed);
  const content = words.filter((word) => !isStopWord(word.text));
  return {
    text: trimmed,
    kind: questionKind(trimmed),
    words,
    content: content.length > 0 ? content : words,
    aspects: questionAspects(trimmed, words),
    wantsNumber: NUMBER_QUESTION.test(trimmed),
    wantsOpinion: OPINION_QUESTION.test(trimmed),
  };
}

/** What sort of question a text is, `none` where it asks nothing. */
export function questionKind(text: string): QuestionKind {
  return KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'none';
}

/** The aspects a text names or signals, longest names first, each once. */
export function questionAspects(text: string, words: Word[] = wordsOf(text)): string[] {
  const lexicon = opinionLexicon();
  const hits = [
    ...lexicon.signals(text, words).map((hit) => ({ id: hit.value.aspect.id, span: hit.span })),
    ...lexicon.names(text, words).map((hit) => ({ id: hit.value.id, span: hit.span })),
  ];
  hits.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  // A name inside a longer name of another aspect is not meant ("strap" in "shoulder strap" is, "heel" in "heel pain" is not cut).
  const kept: typeof hits = [];
  for (const hit of hits) {
    const inside = kept.some(
      (other) =>
        other.id !== hit.id &&
        other.span.start <= hit.span.start &&
        other.span.end >= hit.span.end &&
        other.span.end - other.span.start > hit.span.end - hit.span.start,
    );
    if (!inside) kept.push(hit);
  }
  return [...new Set(kept.map((hit) => hit.id))];
}
