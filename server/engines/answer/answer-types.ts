import type { EvidenceSource } from '#engines/evidence';
import type { Intent, Language, Span } from '#engines/language';

/** Where a sentence comes from: the passage and the exact span of it that entails the sentence. */
export type Citation = {
  /** 1-based number shown to the reader; the same passage and span keep one number within an answer. */
  number: number;
  passageId: string;
  source: EvidenceSource;
  /** The passage's whole text and the span in it (UTF-16 offsets). */
  text: string;
  span: Span;
  language?: Language;
  author?: string;
  /** Milliseconds since the epoch. */
  at?: number;
  about?: {
    kind: 'listing' | 'product' | 'category';
    id: string /** For attributes: key and value, so that a page can word them in the reader's language. */;
    attribute?: { key: string; value: string | number | boolean | string[] };
  };
  /** For attributes: key and value, so that a page can word them in the reader's language. */
  attribute?: { key: string; value: string | number | boolean | string[] };
};

/** One sentence of an answer; a factual one cites at least one span that entails it. */
export type Sentence = { text: string; citations: number[]; factual: boolean; claim?: Claim };

/** What a computed sentence counts, so that a check or a page can recount it. Ids are passage ids. */
export type Claim =
  | { kind: 'opinion'; aspect: string; value: string; for: string[]; mentions: string[] }
  | { kind: 'catalogue'; attribute: string; stated: number }
  | { kind: 'mentions'; counts: { aspect: string; ids: string[] }[]; reviews: number };

export type AnswerPart =
  | { type: 'text'; sentences: Sentence[] }
  /** A list under a heading: guide points, reasons, per-listing proofs. */
  | { type: 'points'; title?: string; points: Sentence[] }
  /** Live cards: the page fetches title, price and stock; `proofs` say why each is shown. */
  | { type: 'listing-cards'; listings: { listingId: string; proofs: Sentence[] }[] }
  | {
      type: 'comparison-table';
      columns: { id: string; label: string; listingId?: string }[];
      rows: { aspect: string; label: string; cells: { text: string | null; citations: number[]; best?: boolean }[] }[];
    }
  /** What the sources do not say, and the nearest thing they say. */
  | { type: 'abstained'; text: string; nearest: Sentence[]; canAskSeller: boolean }
  | { type: 'clarification'; question: string; facet: string; choices: { value: string; label: string }[] }
  | { type: 'chips'; questions: string[] };

export type Answer = {
  language: Language;
  intent: Intent;
  parts: AnswerPart[];
  citations: Citation[];
  abstained: boolean;
};
