-- Exams and certifications that staff made or changed: imports leave them as they are, until staff lets go of them.
-- The titles are theirs, by language.
create table catalogue_by_hand (
  organisation_id uuid not null references organisation (id),
  uid             text not null check (uid <> ''),
  titles          jsonb not null check (jsonb_typeof(titles) = 'object'),
  since           timestamptz not null default now(),
  primary key (organisation_id, uid)
);
