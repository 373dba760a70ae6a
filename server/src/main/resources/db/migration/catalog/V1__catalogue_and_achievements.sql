-- One row per organisation: the number of its present catalogue version, and the lock under which it is changed.
create table catalogue (
  organisation_id uuid primary key references organisation (id),
  number          int not null check (number >= 0)
);

-- The rules that hold from a version on.
create table catalogue_rules (
  organisation_id uuid not null references organisation (id),
  first_version   int not null check (first_version >= 0),
  rules           jsonb not null,
  primary key (organisation_id, first_version)
);

-- An entry as it stood in the versions first_version to last_version; null: it still stands. Old rows stay, so that
-- a decision can be replayed on the catalogue it was made with.
create table catalogue_entry (
  organisation_id uuid not null references organisation (id),
  uid             text not null check (uid <> ''),
  kind            text not null check (kind in ('EXAM', 'CERTIFICATION', 'RENEWAL', 'ROLE')),
  number_key      text check ((number_key is not null) = (kind = 'EXAM')),
  first_version   int not null check (first_version > 0),
  last_version    int check (last_version >= first_version),
  snapshot        date not null,
  locale          text not null,
  facts           jsonb not null,
  primary key (organisation_id, uid, first_version)
);
create unique index catalogue_entry_now on catalogue_entry (organisation_id, uid) where last_version is null;
create unique index catalogue_entry_number on catalogue_entry (organisation_id, number_key)
  where last_version is null and kind = 'EXAM';

create table catalogue_alias (
  organisation_id uuid not null references organisation (id),
  former          text not null,
  uid             text not null check (uid <> former),
  primary key (organisation_id, former)
);

-- What a source states outright that a certification requires; requires is null where it says: unclear.
create table catalogue_requirement (
  organisation_id uuid not null references organisation (id),
  uid             text not null,
  snapshot        date not null,
  basis           text not null,
  requires        jsonb,
  listed          text[] not null,
  primary key (organisation_id, uid)
);

create table catalogue_text (
  organisation_id uuid not null references organisation (id),
  uid             text not null,
  locale          text not null,
  snapshot        date not null,
  title           text,
  sub_title       text,
  summary         text,
  skills          jsonb,
  primary key (organisation_id, uid, locale)
);

create table catalogue_import (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  at              timestamptz not null,
  actor           text not null,
  report          jsonb not null
);
create index catalogue_import_of_organisation on catalogue_import (organisation_id, at desc);

create table achievement (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  source_uid      text not null check (source_uid <> ''),
  kind            text not null check (kind in ('EXAM', 'CERTIFICATION')),
  slug            text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,118}[a-z0-9]$'),
  last_day        date,
  archived        boolean not null default false,
  unique (organisation_id, source_uid),
  unique (organisation_id, slug)
);

create table achievement_text (
  achievement_id uuid not null references achievement (id),
  language       text not null,
  name           text not null check (name <> ''),
  description    text not null,
  criteria       text not null,
  skills         text[] not null,
  primary key (achievement_id, language)
);

-- Looks of an achievement; the highest version is the present one. A look is never changed, only followed by another.
create table design (
  id             uuid primary key,
  achievement_id uuid not null references achievement (id),
  version        int not null check (version > 0),
  look           jsonb not null,
  unique (achievement_id, version)
);
