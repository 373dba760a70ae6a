create extension if not exists pg_trgm;

-- What can be found by everybody, once per language: organisations and what they award. Written anew for a whole
-- organisation when its catalogue changed.
create table directory_entry (
  organisation_id uuid not null references organisation (id),
  kind            text not null check (kind in ('ORGANISATION', 'EXAM', 'CERTIFICATION')),
  ref             uuid not null,
  language        text not null,
  path            text not null,
  title           text not null,
  issuer          text not null,
  picture         text not null,
  last_day        date,
  skills          text[] not null,
  folded_title    text not null,
  folded          text not null,
  words           tsvector generated always as (to_tsvector('simple', folded)) stored,
  primary key (ref, language)
);
create index directory_entry_of_organisation on directory_entry (organisation_id);
create index directory_entry_words on directory_entry using gin (words);
create index directory_entry_parts on directory_entry using gin (folded gin_trgm_ops);
create index directory_entry_skills on directory_entry using gin (skills);

create table directory_due (
  organisation_id uuid primary key references organisation (id)
);
insert into directory_due select id from organisation;
