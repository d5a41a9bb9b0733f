import type { Answer, AnswerPart, Sentence } from '../answer-types.ts';
import { renumber } from '../verify-answer.ts';
import { findRewordingFault, type RewordingFault } from './judge-rewording.ts';
import type { ConceptFinder } from './outline.ts';

/** A sentence of an answer that may be worded anew; `number` is 1-based through the whole answer. */
export type WordableSentence = { number: number; part: number; sentence: Sentence };

/** A proposal: `of` are the numbers of the sentences that it stands for, neighbours in one part; `citations` theirs. */
export type Rewording = { of: number[]; text: string; citations: number[] };

export type RefusedRewording = { text: string; reason: RewordingFault; by: 'language-model' };

export type RewordedAnswer = { answer: Answer; taken: number; refused: RefusedRewording[] };

/** The sentences of texts and points, in reading order. Cards, tables and questions are not worded anew. */
export function wordableSentences(answer: Answer): WordableSentence[] {
  let number = 0;
  return answer.parts.flatMap((part, at) =>
    sentencesOf(part).map((sentence) => ({ number: ++number, part: at, sentence })),
  );
}

/**
 * Puts those rewordings into an answer that say nothing but what the sentences say that they stand for
 * (`findRewordingFault`) and rest on exactly their citations; where one does not, our own sentences stay. Pure.
 */
export function applyRewordings(answer: Answer, rewordings: Rewording[], conceptsIn: ConceptFinder): RewordedAnswer {
  const sentences = wordableSentences(answer);
  const texts = new Map<number, Sentence | null>();
  const refused: RefusedRewording[] = [];
  let taken = 0;
  for (const rewording of rewordings) {
    const reason = faultOf(answer, rewording, sentences, texts, conceptsIn);
    if (reason) {
      refused.push({ text: rewording.text.slice(0, 500), reason, by: 'language-model' });
      continue;
    }
    taken++;
    const [first, ...merged] = rewording.of;
    const original = sentences[first! - 1]!.sentence;
    texts.set(first!, { ...original, text: rewording.text, citations: rewording.citations });
    for (const number of merged) texts.set(number, null);
  }
  let number = 0;
  const anew = (list: Sentence[]) =>
    list.flatMap((sentence) => {
      const text = texts.get(++number);
      return text === null ? [] : [text ?? sentence];
    });
  const parts = answer.parts.map((part): AnswerPart => {
    if (part.type === 'text') return { ...part, sentences: anew(part.sentences) };
    return part.type === 'points' ? { ...part, points: anew(part.points) } : part;
  });
  return { answer: taken > 0 ? renumber({ ...answer, parts }) : answer, taken, refused };
}

function sentencesOf(part: AnswerPart): Sentence[] {
  if (part.type === 'text') return part.sentences;
  return part.type === 'points' ? part.points : [];
}

function faultOf(
  answer: Answer,
  { of, text, citations }: Rewording,
  sentences: WordableSentence[],
  texts: Map<number, Sentence | null>,
  conceptsIn: ConceptFinder,
): RewordingFault | undefined {
  const originals = of.flatMap((number) => sentences[number - 1] ?? []);
  if (originals.length === 0 || originals.length !== of.length || of.some((number) => texts.has(number)))
    return 'sentence';
  // Only neighbours of one text become one sentence; a count stays a sentence of its own, which can be recounted.
  const isApart = of.some((number, at) => at > 0 && number !== of[at - 1]! + 1);
  const mayMerge =
    answer.parts[originals[0]!.part]!.type === 'text' &&
    originals.every(({ part, sentence }) => part === originals[0]!.part && !sentence.claim) &&
    originals.every(({ sentence }) => sentence.factual === originals[0]!.sentence.factual);
  if (isApart || (of.length > 1 && !mayMerge)) return 'sentence';
  const rest = new Set(originals.flatMap(({ sentence }) => sentence.citations));
  const isSame = citations.length === new Set(citations).size && citations.every((number) => rest.delete(number));
  if (!isSame || rest.size > 0) return 'citation';
  const original = originals.map(({ sentence }) => sentence.text).join(' ');
  return findRewordingFault(original, text, answer.language, conceptsIn);
}
