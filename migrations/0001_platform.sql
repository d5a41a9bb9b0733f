-- The event log: a row is written in the transaction of the change it tells of; followers read it in order.
create schema platform;

create table platform.outbox (
  id bigint generated always as identity primary key,
  -- The writing transaction: a follower reads only below the oldest running one, so it never skips a late commit.
  written_by xid8 not null default pg_current_xact_id(),
  name text not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
  payload jsonb not null,
  at timestamptz not null
);

create index outbox_order on platform.outbox (written_by, id);
