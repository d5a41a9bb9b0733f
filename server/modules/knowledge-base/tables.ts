import type { Language } from '#engines/language';

export type KnowledgeTables = {
  'knowledge_base.review': ReviewRow;
  'knowledge_base.question': QuestionRow;
  'knowledge_base.answer': AnswerRow;
  'knowledge_base.document': DocumentRow & { terms?: string[] };
};

export type ReviewRow = {
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

export type QuestionRow = {
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

export type AnswerRow = {
  id: string;
  question_id: string;
  written_by: 'seller' | 'owner';
  author: string;
  author_id: string | null;
  text: string;
  answered_at: Date;
};

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
