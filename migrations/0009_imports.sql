-- Imports that came through the API, with their progress and the rows that could not be taken.
create table catalog.import_run (
  id text primary key,
  closet_id text not null references catalog.closet (id) on delete cascade,
  source text not null,
  format text not null check (format in ('jsonl', 'csv', 'shopify', 'google')),
  dry_run boolean not null,
  status text not null check (status in ('running', 'finished', 'failed')),
  report jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
create index import_run_closet on catalog.import_run (closet_id, started_at desc);
