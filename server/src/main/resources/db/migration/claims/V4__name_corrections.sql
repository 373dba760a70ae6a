-- An earner's wish to have the name on a badge corrected, and what the issuer said.
create table name_correction (
  id              uuid primary key,
  credential_id   uuid not null references claim,
  organisation_id uuid not null references organisation (id),
  person_id       uuid not null references person (id) on delete cascade,
  name_before     text not null,
  name_asked      text not null check (char_length(name_asked) between 1 and 200),
  note            text not null check (char_length(note) <= 1000),
  everywhere      boolean not null,          -- the person's other badges of this issuer under the same name, too
  state           text not null default 'OPEN' check (state in ('OPEN', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
  asked_at        timestamptz not null,
  decided_at      timestamptz,
  reason          text,
  check ((state = 'OPEN') = (decided_at is null)),
  check (state <> 'DECLINED' or reason <> '')
);
create unique index name_correction_open on name_correction (credential_id) where state = 'OPEN';
create index name_correction_of_organisation on name_correction (organisation_id, state, asked_at);
create index name_correction_of_person on name_correction (person_id);
create index name_correction_of_credential on name_correction (credential_id, asked_at desc);
