import type { EvidencePassage } from '#engines/evidence';
import type { Language, Span } from '#engines/language';
import type { Citation } from './answer-types.ts';

/** The citations of one answer: the same passage and span keep one number. */
export type CitationBook = {
  cite: (passage: EvidencePassage, span?: Span) => number;
  citations: () => Citation[];
};

export function createCitationBook(): CitationBook {
  const citations: Citation[] = [];
  const numbers = new Map<string, number>();
  return {
    cite(passage, span = { start: 0, end: passage.text.length }) {
      const key = `${passage.id}\u0000${span.start}\u0000${span.end}`;
      const known = numbers.get(key);
      if (known) return known;
      const number = citations.length + 1;
      numbers.set(key, number);
      citations.push({
        number,
        passageId: passage.id,
        source: passage.source,
        text: passage.text,
        span: { start: span.start, end: span.end },
        language: passage.language,
        author: passage.author,
        at: passage.at,
        about: passage.about,
        attribute: passage.attribute,
      });
      return number;
    },
    citations: () => citations,
  };
}

/** The language of a quote where it differs from the reader's, for marking it. */
export function foreignTo(reader: Language, language: Language | undefined): Language | undefined {
  return language && language !== reader ? language : undefined;
}
