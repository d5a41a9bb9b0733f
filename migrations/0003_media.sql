-- Pictures: the bytes lie in storage under `file`; rows say what they show. A picture is used by whoever names its id.
create schema media;

create table media.picture (
  id text primary key,
  file text not null unique,
  -- SHA-256 of the original bytes: the same picture imported again is stored once.
  content_hash text not null unique,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  thumbhash text not null,
  created_at timestamptz not null
);
