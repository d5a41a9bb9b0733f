-- Relationships between people and things.
create schema social;

create table social.listing_like (
  user_id text not null references identity.user (id) on delete cascade,
  listing_id text not null references catalog.listing (id) on delete cascade,
  at timestamptz not null,
  primary key (user_id, listing_id)
);
create index listing_like_listing on social.listing_like (listing_id);

create table social.closet_follow (
  user_id text not null references identity.user (id) on delete cascade,
  closet_id text not null references catalog.closet (id) on delete cascade,
  at timestamptz not null,
  primary key (user_id, closet_id)
);
create index closet_follow_closet on social.closet_follow (closet_id);
