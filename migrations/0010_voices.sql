-- What owners and sellers say: answers of anyone, helpful votes, an operator's word on reviews that stand at the wrong
-- product, a seller's story of a piece; and what members are told of.

alter table knowledge_base.answer drop constraint answer_written_by_check;
alter table knowledge_base.answer
  add constraint answer_written_by_check check (written_by in ('seller', 'owner', 'community')),
  add column language text check (language in ('en', 'zh', 'fa')),
  add column votes integer not null default 0 check (votes >= 0),
  add column edited_at timestamptz;
update knowledge_base.answer set language = question.language from knowledge_base.question where question.id = question_id;
alter table knowledge_base.answer alter column language set not null;

alter table knowledge_base.question add column edited_at timestamptz;

-- `helpful` came with the review from elsewhere; `votes` were given here. `verdict` is the last word of an operator.
alter table knowledge_base.review
  add column votes integer not null default 0 check (votes >= 0),
  add column verdict text check (verdict in ('keep', 'leave-out'));

-- One vote a person on a review or an answer, and none on one's own words.
create table knowledge_base.helpful_vote (
  user_id text not null references identity.user (id) on delete cascade,
  review_id text references knowledge_base.review (id) on delete cascade,
  answer_id text references knowledge_base.answer (id) on delete cascade,
  voted_at timestamptz not null,
  check (num_nonnulls(review_id, answer_id) = 1),
  unique (user_id, review_id),
  unique (user_id, answer_id)
);
create index helpful_vote_review on knowledge_base.helpful_vote (review_id);
create index helpful_vote_answer on knowledge_base.helpful_vote (answer_id);

-- The counts follow the votes, also where a vote goes because its voter does.
create function knowledge_base.count_vote() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    update knowledge_base.review set votes = votes - 1 where id = old.review_id;
    update knowledge_base.answer set votes = votes - 1 where id = old.answer_id;
    return old;
  end if;
  if new.review_id is not null then
    update knowledge_base.review set votes = votes + 1 where id = new.review_id and author_id is distinct from new.user_id;
  else
    update knowledge_base.answer set votes = votes + 1 where id = new.answer_id and author_id is distinct from new.user_id;
  end if;
  if not found then
    raise exception 'a vote on one''s own words' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger helpful_vote_counts after insert or delete on knowledge_base.helpful_vote
  for each row execute function knowledge_base.count_vote();

-- Reviews that seem to belong to another product, and how sure that is (0..1).
create table knowledge_base.mismatched_review (
  review_id text primary key references knowledge_base.review (id) on delete cascade,
  product_id text not null references catalog.product (id) on delete cascade,
  score real not null check (score between 0 and 1),
  topic text[] not null,
  found_at timestamptz not null
);
create index mismatched_review_score on knowledge_base.mismatched_review (score desc, review_id);
create index mismatched_review_product on knowledge_base.mismatched_review (product_id);

-- Which products were looked through, and by which edition of the rules.
create table knowledge_base.checked_product (
  product_id text primary key references catalog.product (id) on delete cascade,
  edition text not null,
  checked_at timestamptz not null
);

-- Every word of an operator on a review; `review.verdict` is the last of them.
create table knowledge_base.review_verdict (
  id text primary key,
  review_id text not null references knowledge_base.review (id) on delete cascade,
  verdict text not null check (verdict in ('keep', 'leave-out')),
  decided_by text references identity.user (id) on delete set null,
  decided_at timestamptz not null
);
create index review_verdict_review on knowledge_base.review_verdict (review_id, decided_at desc);

-- What a seller tells of a piece beside its description, and the questions they answer before they are asked.
create table knowledge_base.listing_story (
  listing_id text primary key references catalog.listing (id) on delete cascade,
  story text not null default '' check (length(story) <= 4000),
  language text not null check (language in ('en', 'zh', 'fa')),
  updated_at timestamptz not null
);
create table knowledge_base.story_pair (
  listing_id text not null references knowledge_base.listing_story (listing_id) on delete cascade,
  position smallint not null check (position between 0 and 4),
  question text not null check (length(question) between 1 and 200),
  answer text not null check (length(answer) between 1 and 1000),
  primary key (listing_id, position)
);

-- What members are told of: each thing once.
create schema notifications;

create table notifications.notification (
  id text primary key,
  user_id text not null references identity.user (id) on delete cascade,
  event_id bigint not null,
  kind text not null check (kind in ('question-asked', 'question-answered')),
  question_id text not null references knowledge_base.question (id) on delete cascade,
  answer_id text references knowledge_base.answer (id) on delete cascade,
  at timestamptz not null,
  read_at timestamptz,
  unique (user_id, event_id),
  unique nulls not distinct (user_id, kind, question_id, answer_id),
  check ((kind = 'question-answered') = (answer_id is not null))
);
create index notification_newest on notifications.notification (user_id, at desc, id desc);
create index notification_unread on notifications.notification (user_id) where read_at is null;
create index notification_question on notifications.notification (question_id);
create index notification_answer on notifications.notification (answer_id);

-- How far the outbox was read; told from there on after a restart.
create table notifications.progress (
  follower text primary key,
  seen_event_id bigint not null
);
