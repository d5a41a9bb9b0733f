-- What is for sale: closets, products (a style that many people own), listings (one piece of it).
create schema catalog;

create table catalog.closet (
  id text primary key,
  handle text not null unique check (handle ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  -- The member who keeps it; null for closets without an account (the demo's, or of an import by the operator).
  owner_id text unique references identity.user (id) on delete set null,
  name text not null check (length(name) between 1 and 80),
  person text,
  language text not null check (language in ('en', 'zh', 'fa')),
  location text,
  story text not null default '' check (length(story) <= 2000),
  ships_within_days smallint check (ships_within_days between 0 and 30),
  followers integer not null default 0 check (followers >= 0),
  created_at timestamptz not null
);

create table catalog.product (
  id text primary key,
  source text not null,
  source_id text not null,
  brand text,
  name text not null check (length(name) between 1 and 300),
  category text,
  department text,
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  unique (source, source_id)
);

create table catalog.listing (
  id text primary key,
  -- Where it came from; importing the same (source, source_id) again updates instead of adding.
  source text not null,
  source_id text not null,
  closet_id text not null references catalog.closet (id),
  product_id text references catalog.product (id),
  title text not null check (length(title) between 1 and 300),
  description text not null default '' check (length(description) <= 10000),
  language text not null check (language in ('en', 'zh', 'fa')),
  brand text check (length(brand) <= 120),
  category text check (length(category) <= 120),
  department text check (department in ('women', 'men', 'children', 'unisex')),
  attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object'),
  size_value text check (length(size_value) between 1 and 40),
  size_system text check (size_system in ('US', 'UK', 'EU', 'IT', 'FR', 'DE', 'JP', 'INT', 'WL', 'ONE')),
  condition text check (condition in ('new-with-tags', 'like-new', 'very-good', 'good', 'fair')),
  condition_note text check (length(condition_note) <= 500),
  price_minor bigint not null check (price_minor between 0 and 100000000000),
  original_price_minor bigint check (original_price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  quantity integer not null default 1 check (quantity >= 0),
  status text not null check (status in ('draft', 'available', 'held', 'sold', 'not-for-sale')),
  likes integer not null default 0 check (likes >= 0),
  listed_at timestamptz not null,
  -- Hash of the imported row: an unchanged row is skipped without a write.
  import_hash text,
  updated_at timestamptz not null,
  unique (source, source_id),
  check (size_system is null or size_value is not null)
);
create index listing_closet on catalog.listing (closet_id, listed_at desc, id);
create index listing_product on catalog.listing (product_id);
create index listing_new on catalog.listing (listed_at desc, id desc) where status = 'available';

create table catalog.listing_picture (
  listing_id text not null references catalog.listing (id) on delete cascade,
  position smallint not null check (position between 0 and 15),
  picture_id text not null references media.picture (id),
  alt jsonb not null default '{}',
  primary key (listing_id, position)
);

-- Every price a listing has had, the first included.
create table catalog.price_change (
  listing_id text not null references catalog.listing (id) on delete cascade,
  at timestamptz not null,
  price_minor bigint not null check (price_minor >= 0),
  primary key (listing_id, at)
);
