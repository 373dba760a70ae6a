alter table organisation
  add column description text not null default '' check (char_length(description) <= 2000),
  add column logo        text check (logo ~ '^[0-9a-f]{64}$'),   -- hash of its picture, which stands in its address
  add column skeleton    text;                                   -- the name as the eye reads it; null until it was looked at
create index organisation_by_skeleton on organisation (skeleton);
create index organisation_without_skeleton on organisation (id) where skeleton is null;

create table organisation_logo (
  organisation_id uuid primary key references organisation (id),
  hash            text not null check (hash ~ '^[0-9a-f]{64}$'),
  png             bytea not null
);
