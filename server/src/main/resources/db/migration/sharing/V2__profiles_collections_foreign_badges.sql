-- The order in which a person shows their badges, of here and of elsewhere; what is not in it comes first.
create table badge_order (
  person_id uuid primary key references person (id) on delete cascade,
  badges    uuid[] not null check (cardinality(badges) <= 10000)
);

-- A choice of badges with a page of its own. Its address is made of the id, so no renaming breaks it.
create table badge_collection (
  id          uuid primary key,
  person_id   uuid not null references person (id) on delete cascade,
  name        text not null check (char_length(name) between 1 and 100),
  description text not null check (char_length(description) <= 2000),
  visibility  text not null default 'PRIVATE' check (visibility in ('PUBLIC', 'PRIVATE')),
  badges      uuid[] not null default '{}' check (cardinality(badges) <= 500),
  made_at     timestamptz not null
);
create index badge_collection_of_person on badge_collection (person_id);

-- What the earner lays beside a badge. It is never part of the signed credential.
create table own_evidence (
  id            uuid primary key,
  person_id     uuid not null references person (id) on delete cascade,
  credential_id uuid not null references credential (id),
  title         text not null check (char_length(title) between 1 and 120),
  text          text not null check (char_length(text) <= 2000),
  url           text check (url ~ '^https://' and char_length(url) <= 1000),
  added_at      timestamptz not null
);
create index own_evidence_of_badge on own_evidence (credential_id, person_id);

-- A badge that was issued elsewhere. The original stays as it was handed in; what pages show of it was read out of
-- it. Only one that names a proven mailbox of its holder may be shown to others.
create table foreign_badge (
  id            uuid primary key,
  person_id     uuid not null references person (id) on delete cascade,
  document_hash text not null,
  document      text not null,
  original      bytea not null check (octet_length(original) <= 2097152),
  original_type text not null check (original_type in ('json', 'jwt', 'png', 'svg', 'pdf', 'cose')),
  source        text,
  name          text not null,
  description   text not null,
  issuer        text not null,
  issuer_id     text not null,
  earners       text[] not null,
  earned_at     timestamptz,
  valid_until   timestamptz,
  picture       bytea,
  confirmed     boolean not null,
  visibility    text not null default 'PRIVATE' check (visibility in ('PUBLIC', 'PRIVATE')),
  imported_at   timestamptz not null,
  report        jsonb not null,
  checked_at    timestamptz not null,
  tried_at      timestamptz not null,
  due_at        timestamptz not null,
  unique (person_id, document_hash),
  check (visibility = 'PRIVATE' or confirmed)
);
create index foreign_badge_due on foreign_badge (due_at);
