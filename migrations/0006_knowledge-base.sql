-- What is said: reviews of products, questions with answers, guides and other documents.
create schema knowledge_base;

create table knowledge_base.review (
  id text primary key,
  source text not null,
  source_id text not null,
  product_id text not null references catalog.product (id) on delete cascade,
  author text not null check (length(author) between 1 and 80),
  author_id text references identity.user (id) on delete set null,
  rating smallint check (rating between 1 and 5),
  title text check (length(title) <= 200),
  text text not null check (length(text) between 1 and 10000),
  language text not null check (language in ('en', 'zh', 'fa')),
  verified boolean not null default false,
  helpful integer not null default 0 check (helpful >= 0),
  size_bought text check (length(size_bought) <= 40),
  height_cm smallint check (height_cm between 30 and 260),
  fit text check (fit in ('small', 'true', 'large')),
  written_at timestamptz not null,
  import_hash text,
  unique (source, source_id)
);
create index review_product on knowledge_base.review (product_id, written_at desc, id);

create table knowledge_base.question (
  id text primary key,
  source text not null,
  source_id text not null,
  listing_id text references catalog.listing (id) on delete cascade,
  product_id text references catalog.product (id) on delete cascade,
  asker text not null check (length(asker) between 1 and 80),
  asker_id text references identity.user (id) on delete set null,
  text text not null check (length(text) between 1 and 1000),
  language text not null check (language in ('en', 'zh', 'fa')),
  asked_at timestamptz not null,
  import_hash text,
  unique (source, source_id),
  check (num_nonnulls(listing_id, product_id) = 1)
);
create index question_listing on knowledge_base.question (listing_id, asked_at desc);
create index question_product on knowledge_base.question (product_id, asked_at desc);

create table knowledge_base.answer (
  id text primary key,
  question_id text not null references knowledge_base.question (id) on delete cascade,
  written_by text not null check (written_by in ('seller', 'owner')),
  author text not null check (length(author) between 1 and 80),
  author_id text references identity.user (id) on delete set null,
  text text not null check (length(text) between 1 and 4000),
  answered_at timestamptz not null
);
create index answer_question on knowledge_base.answer (question_id, answered_at);

create table knowledge_base.document (
  id text primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,78}$'),
  title text not null check (length(title) between 1 and 200),
  language text not null check (language in ('en', 'zh', 'fa')),
  kind text not null check (kind in ('guide', 'policy', 'care', 'size-chart', 'story')),
  categories text[] not null default '{}',
  topics text[] not null default '{}',
  source text not null default '',
  body text not null check (length(body) between 1 and 100000),
  updated_at timestamptz not null
);
