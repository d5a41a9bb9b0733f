-- Documents read from elsewhere: where each came from, and the words it can be found by.
alter table knowledge_base.document
  add column origin_url text check (length(origin_url) between 1 and 2000),
  add column origin_hash text,
  add column fetched_at timestamptz,
  add column terms text[] not null default '{}',
  add constraint document_origin check (num_nulls(origin_url, origin_hash, fetched_at) in (0, 3));
create index document_terms on knowledge_base.document using gin (terms) where origin_url is not null;

-- What operators have read from their site and the web: sources, their pages, and each reading of a source.
create schema sources;

create table sources.source (
  id text primary key,
  name text not null check (length(name) between 1 and 80),
  format text not null check (format in ('sitemap', 'feed', 'list')),
  addresses text[] not null check (cardinality(addresses) between 1 and 1000),
  language text check (language in ('en', 'zh', 'fa')),
  document_kind text not null check (document_kind in ('guide', 'policy', 'care', 'size-chart', 'story')),
  categories text[] not null default '{}',
  every_hours integer check (every_hours between 1 and 8760),
  most_pages integer not null check (most_pages between 1 and 1000),
  -- When it is read next by itself; null where only an operator starts it.
  next_run_at timestamptz,
  created_by text references identity.user (id) on delete set null,
  created_at timestamptz not null
);
create index source_due on sources.source (next_run_at) where next_run_at is not null;

create table sources.run (
  id text primary key,
  source_id text not null references sources.source (id) on delete cascade,
  status text not null check (status in ('running', 'finished', 'failed')),
  started_by text not null check (started_by in ('schedule', 'operator')),
  -- The process that works on it, as long as its lease is renewed; any may take it over after that.
  worker text,
  leased_until timestamptz,
  -- Set once all addresses are known; where the list could not be read to its end, nothing is removed for its absence.
  listed_at timestamptz,
  is_whole boolean not null default false,
  found integer not null default 0,
  done integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  unchanged integer not null default 0,
  removed integer not null default 0,
  failed integer not null default 0,
  problem jsonb,
  started_at timestamptz not null,
  finished_at timestamptz,
  check ((status = 'running') = (finished_at is null))
);
-- One at a time.
create unique index run_running on sources.run (source_id) where status = 'running';
create index run_source on sources.run (source_id, started_at desc);

create table sources.page (
  id text primary key,
  source_id text not null references sources.source (id) on delete cascade,
  url text not null check (length(url) between 1 and 2000),
  -- What is kept of it; null where nothing is.
  document_id text unique references knowledge_base.document (id) on delete set null,
  etag text check (length(etag) <= 400),
  last_modified text check (length(last_modified) <= 100),
  hash text,
  problem jsonb,
  checked_at timestamptz,
  -- The run that last listed it, its place in that list, and the run that last dealt with it.
  listed_by text not null,
  place integer not null,
  done_by text,
  unique (source_id, url)
);
create index page_listed on sources.page (source_id, listed_by, place);

-- When each host may be asked again, whichever process asks.
create table sources.host (
  host text primary key,
  next_at timestamptz not null
);
