import { sentencesOf } from '#contract/answer-sentences';
import type { Sentence } from '#engines/answer';
import type { StoredAnswer } from './tables.ts';

export type SentenceSource = { listingId: string | null; title: string | null; path: string | null };

/** The factual sentence at a place of an answer and where it comes from: the page of its first citation. */
export function findSentence(
  { answer, sources }: StoredAnswer,
  place: { part: number; sentence: number },
): { sentence: Sentence; source: SentenceSource } | undefined {
  const part = answer.parts[place.part];
  const sentence = part && sentencesOf(part)[place.sentence];
  if (!sentence?.factual) return undefined;
  const citation = answer.citations.find(({ number }) => number === sentence.citations[0]);
  const page = citation && sources[citation.passageId];
  const listingId = /^\/listings\/([^/#?]+)/.exec(page?.path ?? '')?.[1];
  return {
    sentence,
    source: {
      listingId: listingId === undefined ? null : decodeURIComponent(listingId),
      title: page?.title ?? null,
      path: page?.path ?? null,
    },
  };
}
