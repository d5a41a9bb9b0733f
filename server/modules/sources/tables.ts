import type { ColumnType, Selectable } from 'kysely';
import type { Locale } from '#contract/common';
import type { Source, SourceProblem, SourceRun } from '#contract/source';

type Json<Value> = ColumnType<Value | null, string | null, string | null>;

export type SourceTables = {
  'sources.source': SourceRow;
  'sources.run': RunTable;
  'sources.page': PageTable;
};

export type SourceRow = {
  id: string;
  name: string;
  format: Source['format'];
  addresses: string[];
  language: Locale | null;
  document_kind: Source['kind'];
  categories: string[];
  every_hours: number | null;
  most_pages: number;
  next_run_at: Date | null;
  created_by: string | null;
  created_at: Date;
};

export type RunCounts = Record<'found' | 'done' | 'added' | 'changed' | 'unchanged' | 'removed' | 'failed', number>;

type RunTable = RunCounts & {
  id: string;
  source_id: string;
  status: SourceRun['status'];
  started_by: SourceRun['startedBy'];
  worker: string | null;
  leased_until: Date | null;
  listed_at: Date | null;
  is_whole: boolean;
  problem: Json<SourceProblem>;
  started_at: Date;
  finished_at: Date | null;
};
export type RunRow = Selectable<RunTable>;

type PageTable = {
  id: string;
  source_id: string;
  url: string;
  document_id: string | null;
  etag: string | null;
  last_modified: string | null;
  hash: string | null;
  problem: Json<SourceProblem>;
  checked_at: Date | null;
  listed_by: string;
  place: number;
  done_by: string | null;
};
export type PageRow = Selectable<PageTable>;
