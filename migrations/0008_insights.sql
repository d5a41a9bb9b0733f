-- What people did: raw events, from which every figure a seller sees is counted.
create schema insights;

create table insights.event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null check (kind in ('impression', 'view', 'like', 'follow', 'question', 'search', 'answer', 'purchase')),
  surface text not null check (surface in ('search', 'assistant', 'feed', 'closet', 'live', 'external')),
  listing_id text references catalog.listing (id) on delete cascade,
  closet_id text references catalog.closet (id) on delete cascade,
  user_id text references identity.user (id) on delete set null,
  count integer not null default 1 check (count > 0)
);
create index event_listing on insights.event (listing_id, at);
