-- Achievements that staff make: no entry of the catalogue gives them. Their source_uid is "own." and their id.
alter table achievement drop constraint achievement_kind_check;
alter table achievement
  add constraint achievement_kind check (kind in ('EXAM', 'CERTIFICATION', 'OWN')),
  add column standing text not null default 'ACTIVE' check (standing in ('DRAFT', 'ACTIVE', 'ARCHIVED')),
  -- What the catalogue gives stands as the catalogue says.
  add constraint achievement_standing check (kind = 'OWN' or standing = 'ACTIVE'),
  add column main_language text not null default 'en',
  add column duplicates text not null default 'REFUSE' check (duplicates in ('REFUSE', 'ALLOW')),
  add column type text check (type in ('BADGE', 'CERTIFICATION', 'CERTIFICATE', 'ASSESSMENT', 'COURSE',
    'LEARNING_PROGRAM', 'COMPETENCY', 'MICRO_CREDENTIAL', 'AWARD', 'MEMBERSHIP')),
  add column level text check (level in ('FOUNDATIONAL', 'INTERMEDIATE', 'ADVANCED')),
  add column cost text check (cost in ('FREE', 'PAID')),
  add column effort text check (effort in ('HOURS', 'DAYS', 'WEEKS', 'MONTHS', 'YEARS')),
  add column alignments jsonb not null default '[]' check (jsonb_typeof(alignments) = 'array'),
  -- Counts changes by hand, so that a form that was filled in earlier overwrites nothing.
  add column revision int not null default 0;

-- What staff wrote is not overwritten by the catalogue.
alter table achievement_text add column by_hand boolean not null default false;

-- A look is composed, or a picture, or a drawing; made_at is null where that was not yet noted.
alter table design
  alter column look drop not null,
  add column title text check (title <> ''),
  add column picture bytea,
  add column drawing text,
  add column by_hand boolean not null default false,
  add column made_at timestamptz,
  add column made_by text,
  add constraint design_is_one check (num_nonnulls(look, picture, drawing) = 1),
  add constraint design_title check ((look is null) = (title is not null));
