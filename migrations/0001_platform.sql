-- The event log: a row is written in the transaction of the change it tells of; followers read it in order of id.
-- Writers take an advisory lock before they insert and keep it until they commit (server/platform/outbox), so ids are in the
-- order of commits and a follower that has seen an id has seen every smaller one.
create schema platform;

create table platform.outbox (
  id bigint generated always as identity primary key,
  name text not null check (name ~ '^[a-z-]+\.[a-z-]+$'),
  payload jsonb not null,
  at timestamptz not null
);
