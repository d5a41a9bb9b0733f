/** A part of an answer as far as its sentences go, whether the engines hold it or it came over the wire. */
type Part<Sentence> =
  | { type: 'text'; sentences: Sentence[] }
  | { type: 'points'; points: Sentence[] }
  | { type: 'listing-cards'; listings: { proofs: Sentence[] }[] }
  | { type: 'abstained'; nearest: Sentence[] }
  | { type: 'comparison-table' | 'clarification' | 'chips' | 'remember' };

/** The sentences of a part in reading order: their places are what a correction names. Cells of a table are none. */
export function sentencesOf<Sentence>(part: Part<Sentence>): Sentence[] {
  switch (part.type) {
    case 'text':
      return part.sentences;
    case 'points':
      return part.points;
    case 'listing-cards':
      return part.listings.flatMap(({ proofs }) => proofs);
    case 'abstained':
      return part.nearest;
    default:
      return [];
  }
}
