import type { Generated } from 'kysely';
import type { Language } from '#engines/language';

export type KnowledgeTables = {
  'knowledge_base.review': ReviewInput & { votes: Generated<number>; verdict: Generated<Verdict | null> };
  'knowledge_base.question': QuestionInput & { edited_at: Generated<Date | null> };
  'knowledge_base.answer': AnswerInput & { votes: Generated<number>; edited_at: Generated<Date | null> };
  'knowledge_base.helpful_vote': {
    user_id: string;
    review_id: string | null;
    answer_id: string | null;
    voted_at: Date;
  };
  'knowledge_base.document': DocumentRow & { terms?: string[] };
};

/** What an operator says of a review that seems to belong to another product. */
export type Verdict = 'keep' | 'leave-out';

export type ReviewInput = {
  id: string;
  source: string;
  source_id: string;
  product_id: string;
  author: string;
  author_id: string | null;
  rating: number | null;
  title: string | null;
  text: string;
  language: Language;
  verified: boolean;
  helpful: number;
  size_bought: string | null;
  height_cm: number | null;
  fit: 'small' | 'true' | 'large' | null;
  written_at: Date;
  import_hash: string | null;
};
/** `helpful` came with the review; `votes` were given here. */
export type ReviewRow = ReviewInput & { votes: number; verdict: Verdict | null };

export type QuestionInput = {
  id: string;
  source: string;
  source_id: string;
  listing_id: string | null;
  product_id: string | null;
  asker: string;
  asker_id: string | null;
  text: string;
  language: Language;
  asked_at: Date;
  import_hash: string | null;
};
export type QuestionRow = QuestionInput & { edited_at: Date | null };

export type AnswerInput = {
  id: string;
  question_id: string;
  /** The seller of the piece, a member known to have one, or anyone else. */
  written_by: 'seller' | 'owner' | 'community';
  author: string;
  author_id: string | null;
  text: string;
  language: Language;
  answered_at: Date;
};
export type AnswerRow = AnswerInput & { votes: number; edited_at: Date | null };

export type DocumentRow = {
  id: string;
  slug: string;
  title: string;
  language: Language;
  kind: 'guide' | 'policy' | 'care' | 'size-chart' | 'story';
  categories: string[];
  topics: string[];
  source: string;
  body: string;
  updated_at: Date;
} & DocumentOrigin;

/** For documents read from elsewhere: the page they are the text of, a hash of that text, and when it was read. */
export type DocumentOrigin = { origin_url?: string | null; origin_hash?: string | null; fetched_at?: Date | null };
