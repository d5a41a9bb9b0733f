import type { Language, Span } from '#engines/language';

export type EvidenceSource = 'attribute' | 'description' | 'review' | 'answer' | 'guide' | 'document';

/** One piece of text that may answer a question, with where it comes from. */
export type EvidencePassage = {
  id: string;
  text: string;
  source: EvidenceSource;
  language?: Language;
  /** Who says so: the seller, an owner, a guide's author. */
  author?: string;
  /** For attributes: the canonical key and value, so that answers can be composed and compared. */
  attribute?: { key: string; value: string | number | boolean | string[] };
  /** For community answers: the question that was answered. */
  question?: string;
  /** For community answers: who answered. */
  by?: 'seller' | 'owner' | 'community';
  /** For guides and documents: the page's title and the heading above the passage. */
  title?: string;
  heading?: string;
  /** For documents read from elsewhere: the address of the page they are the text of. */
  originalUrl?: string;
  /** Where the passage is one sentence of a longer text that came cut: which text, and which sentence of it (0-based). */
  part?: { of: string; place: number };
  /** Whether it is the name that the seller gave the listing. */
  isTitle?: boolean;
  /** Whether a seller tells the flaws of the piece in it. */
  isConditionNote?: boolean;
  rating?: number;
  helpful?: number;
  /** For reviews: how the size turned out, where the owner marked it. */
  fit?: 'small' | 'true' | 'large';
  /** Milliseconds since the epoch. */
  at?: number;
  /** What the passage is about: a listing, a product (style), a category; for grouping and links. */
  about?: { kind: 'listing' | 'product' | 'category'; id: string };
};

/** A passage with the sentence in it that answers best (offsets into `passage.text`) and the calibrated probability that it does. */
export type RankedEvidence = { passage: EvidencePassage; span: Span; score: number; probability: number };

export type EvidenceRanking = {
  ranked: RankedEvidence[];
  /** 0..1: calibrated probability that the passages answer the question at all. */
  answerability: number;
};
