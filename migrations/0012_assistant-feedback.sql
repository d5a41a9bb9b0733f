-- One's own conversations, latest first; what readers say of answers and of single sentences.
create index conversation_of_user on assistant.conversation (user_id, started_at desc) where user_id is not null;
create index answer_of_listing on assistant.answer (listing_id) where listing_id is not null;

create table assistant.rating (
  answer_id text not null references assistant.answer (id) on delete cascade,
  -- The member, or empty for whoever holds the id of a visitor's answer.
  rater text not null,
  is_good boolean not null,
  at timestamptz not null,
  primary key (answer_id, rater)
);

create table assistant.correction (
  id text primary key,
  answer_id text not null references assistant.answer (id) on delete cascade,
  rater text not null,
  -- Which sentence: the part of the answer, and the sentence's place in it.
  part int not null check (part >= 0),
  sentence int not null check (sentence >= 0),
  text text not null,
  reason text not null check (reason in ('not-true', 'outdated', 'misunderstood', 'other')),
  note text not null default '' check (length(note) <= 500),
  -- The listing the sentence speaks of, and who keeps its closet: they hear of it. Without a keeper, the operator does.
  listing_id text references catalog.listing (id) on delete set null,
  keeper_id text references identity.user (id) on delete set null,
  source_title text,
  source_path text,
  state text not null default 'open' check (state in ('open', 'fixed', 'refused')),
  reply text not null default '' check (length(reply) <= 500),
  sent_at timestamptz not null,
  settled_at timestamptz,
  check ((state = 'open') = (settled_at is null)),
  unique (answer_id, part, sentence, rater)
);
create index correction_of_keeper on assistant.correction (keeper_id, sent_at desc);
create index correction_of_listing on assistant.correction (listing_id) where listing_id is not null;
