import { sentencesOf } from '#contract/answer-sentences';
import type { AnswerPart } from '#contract/assistant';

/** A factual sentence and its place: the part of the answer, and how manieth sentence of it. */
export type PlacedSentence = { part: number; sentence: number; text: string };

/** The factual sentences of an answer with the places that a correction names, each text once. */
export function factualSentences(parts: readonly (AnswerPart | undefined)[]): PlacedSentence[] {
  const placed = parts.flatMap((part, at) =>
    (part ? sentencesOf(part) : []).flatMap(({ text, factual }, sentence) =>
      factual ? [{ part: at, sentence, text }] : [],
    ),
  );
  return placed.filter(({ text }, at) => placed.findIndex((other) => other.text === text) === at);
}
