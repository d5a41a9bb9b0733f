import type { Language, Span } from '#engines/language';
import { remember } from '#engines/memo';
import { aspectsOf } from './aspects.ts';
import type { EvidencePassage } from './evidence-types.ts';
import { opinionLexicon } from './opinion-lexicon.ts';
import { splitSentences } from './split-sentences.ts';

/**
 * A passage that spoke, and the sentence in which it did (offsets into the passage's text). `isMarked`: its author marked
 * the side beside the text, and no sentence says it.
 */
export type OpinionVote = { id: string; span: Span; isMarked?: true };

/**
 * Who says what about one aspect. Every passage has one vote: `for` where it takes the side asked about, `against` where it
 * takes a side of another polarity, and everyone who names the aspect stands in `mentions`, so that
 * `for.length` of `mentions.length` can be recounted by hand.
 */
export type OpinionCount = {
  aspect: string;
  value: string;
  for: OpinionVote[];
  against: OpinionVote[];
  mentions: OpinionVote[];
};

/** Counts the passages that take one side of an aspect ("bass", "strong"). Only reviews and owners' answers should be passed. */
export function countOpinions(passages: EvidencePassage[], aspect: string, value: string): OpinionCount {
  return (
    countSides(passages, aspect).find((count) => count.value === value) ?? {
      aspect,
      value,
      for: [],
      against: [],
      mentions: [],
    }
  );
}

/** The counts of every side of an aspect, the most held first. A passage that takes two sides counts for neither. */
export function countSides(passages: EvidencePassage[], aspect: string): OpinionCount[] {
  const values = opinionLexicon().byId.get(aspect)?.values ?? [];
  const votes: { vote: OpinionVote; value?: string }[] = [];
  for (const passage of passages) {
    const vote = voteOf(passage, aspect);
    if (vote) votes.push(vote);
  }
  const mentions = votes.map(({ vote }) => vote);
  return values
    .map((value) => ({
      aspect,
      value: value.id,
      for: votes.filter((vote) => vote.value === value.id).map(({ vote }) => vote),
      against: votes.filter((vote) => vote.value !== undefined && vote.value !== value.id).map(({ vote }) => vote),
      mentions,
    }))
    .sort((a, b) => b.for.length - a.for.length);
}

type Taken = { mention: Span; taken: Map<string, Span> };

const MOST_TEXTS = 4_000;

/** The aspects a text speaks of: the first sentence that names each, and the first for each side taken. */
const takenIn: Record<Language, (text: string) => Map<string, Taken>> = {
  en: remember((text) => takeApart(text, 'en'), MOST_TEXTS),
  zh: remember((text) => takeApart(text, 'zh'), MOST_TEXTS),
  fa: remember((text) => takeApart(text, 'fa'), MOST_TEXTS),
};

function takeApart(text: string, language: Language): Map<string, Taken> {
  const found = new Map<string, Taken>();
  for (const span of splitSentences(text, language)) {
    for (const { aspect, value } of aspectsOf(text.slice(span.start, span.end))) {
      const known = found.get(aspect) ?? { mention: span, taken: new Map() };
      if (value && !known.taken.has(value)) known.taken.set(value, span);
      found.set(aspect, known);
    }
  }
  return found;
}

function voteOf(passage: EvidencePassage, aspect: string): { vote: OpinionVote; value?: string } | undefined {
  const said = takenIn[passage.language ?? 'en'](passage.text).get(aspect);
  // What the owner marked beside the text settles the size.
  if (aspect === 'fit' && passage.fit) {
    const span = said?.taken.get(passage.fit);
    if (span) return { vote: { id: passage.id, span }, value: passage.fit };
    const whole = { start: 0, end: passage.text.length };
    return { vote: { id: passage.id, span: said?.mention ?? whole, isMarked: true }, value: passage.fit };
  }
  if (!said) return undefined;
  if (said.taken.size !== 1) return { vote: { id: passage.id, span: [...said.taken.values()][0] ?? said.mention } };
  const [value, span] = [...said.taken][0]!;
  return { vote: { id: passage.id, span }, value };
}
