-- What a member asked us to remember of them: sizes, what they avoid or like, a budget. Never kept unasked, and it expires.
create schema memory;

create table memory.fact (
  id text primary key,
  user_id text not null references identity.user (id) on delete cascade,
  kind text not null check (kind in ('size', 'avoid', 'like', 'budget')),
  -- Sizes of shoes and of everything else worn are two facts; nothing else is about a kind of thing.
  about text not null default '' check (about in ('', 'clothing', 'shoes')),
  -- A member has one size of a kind and one budget, and avoids or likes each thing once.
  slot text not null,
  meaning jsonb not null check (jsonb_typeof(meaning) = 'object'),
  said text not null check (length(said) between 1 and 300),
  learnt_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > learnt_at),
  unique (user_id, kind, about, slot),
  check ((kind = 'size') = (about <> ''))
);

-- One alert a member and listing: any drop, or a price to fall to. It fires once; telling is a row to be told.
create schema alerts;

create table alerts.price_alert (
  id text primary key,
  user_id text not null references identity.user (id) on delete cascade,
  listing_id text not null references catalog.listing (id) on delete cascade,
  -- The price when it was set: a drop is below it. Null target: any drop.
  from_minor bigint not null check (from_minor > 0),
  target_minor bigint check (target_minor > 0 and target_minor < from_minor),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  state text not null default 'waiting' check (state in ('waiting', 'fired', 'ended')),
  set_at timestamptz not null,
  fired_minor bigint,
  fired_at timestamptz,
  -- When the member was told of it; null while nothing has told them yet.
  told_at timestamptz,
  check ((state = 'fired') = (fired_at is not null and fired_minor is not null)),
  check (told_at is null or state = 'fired')
);
create unique index price_alert_waiting on alerts.price_alert (user_id, listing_id) where state = 'waiting';
create index price_alert_of_listing on alerts.price_alert (listing_id) where state = 'waiting';
create index price_alert_to_tell on alerts.price_alert (fired_at) where state = 'fired' and told_at is null;
