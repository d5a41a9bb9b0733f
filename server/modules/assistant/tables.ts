import type { ColumnType } from 'kysely';
import type { Answer } from '#engines/answer';
import type { OwnFact, Understanding } from '#engines/language';

type Json<Value> = ColumnType<Value, string, string>;

/** A stored answer: what was understood, what was said and the evidence it was said from. */
export type StoredAnswer = {
  understanding: Understanding;
  answer: Answer;
  /** The page of each cited passage, by passage id. */
  sources: Record<string, SourcePage>;
  sourcesRead: number;
  /** Facets that were asked about in its conversation so far, by this answer too. */
  clarified?: string[];
  /** Keys of what the asker took off in its conversation so far. */
  without?: string[];
  /** What the asker said of themselves here and could have remembered. */
  offers?: OwnFact[];
};

/** Where a passage can be read; `path` is a page of the site without its language, `originalUrl` where we read it. */
export type SourcePage = { path: string; title: string; originalUrl?: string };

export type AssistantTables = {
  'assistant.conversation': { id: string; user_id: string | null; locale: 'en' | 'zh' | 'fa'; started_at: Date };
  'assistant.answer': {
    id: string;
    conversation_id: string;
    listing_id: string | null;
    text: string;
    intent: string;
    need: Json<unknown>;
    answer: Json<StoredAnswer>;
    dropped: Json<unknown[]>;
    asked_at: Date;
    took_ms: number;
  };
  'assistant.rating': { answer_id: string; rater: string; is_good: boolean; at: Date };
  'assistant.correction': {
    id: string;
    answer_id: string;
    rater: string;
    part: number;
    sentence: number;
    text: string;
    reason: 'not-true' | 'outdated' | 'misunderstood' | 'other';
    note: string;
    listing_id: string | null;
    /** Who is to hear of it; null for the operator. */
    keeper_id: string | null;
    source_title: string | null;
    source_path: string | null;
    state: 'open' | 'fixed' | 'refused';
    reply: string;
    sent_at: Date;
    settled_at: Date | null;
  };
};
