-- What the assistant said, with the evidence it said it from, so that it can be read again and disputed.
create schema assistant;

create table assistant.conversation (
  id text primary key,
  -- Null for visitors; whoever has the id of a visitor's conversation may go on with it.
  user_id text references identity.user (id) on delete cascade,
  locale text not null check (locale in ('en', 'zh', 'fa')),
  started_at timestamptz not null
);

create table assistant.answer (
  id text primary key,
  conversation_id text not null references assistant.conversation (id) on delete cascade,
  listing_id text references catalog.listing (id) on delete set null,
  text text not null,
  intent text not null,
  need jsonb not null,
  answer jsonb not null,
  -- Sentences that did not hold against their evidence and were left out.
  dropped jsonb not null default '[]',
  asked_at timestamptz not null,
  took_ms real not null
);
create index answer_conversation on assistant.answer (conversation_id, asked_at);
