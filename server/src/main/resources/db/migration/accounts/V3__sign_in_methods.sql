-- Who signs in by passkey or with a provider alone has no password.
alter table person alter column password_hash drop not null;

create table passkey (
  id              uuid primary key,
  person_id       uuid not null references person (id) on delete cascade,
  credential_id   bytea not null unique,
  attested        bytea not null,
  sign_count      bigint not null check (sign_count >= 0),
  backup_eligible boolean not null,
  backed_up       boolean not null,
  name            text not null check (char_length(name) between 1 and 60),
  added_at        timestamptz not null,
  used_at         timestamptz
);
create index passkey_of_person on passkey (person_id);

-- The secret is sealed under a key that is not in the database. A step of time counts once: last_step never goes back.
create table second_factor (
  person_id uuid primary key references person (id) on delete cascade,
  sealed    text not null,
  begun_at  timestamptz not null,
  on_since  timestamptz,
  last_step bigint not null default 0
);

create table recovery_code (
  person_id uuid not null references second_factor (person_id) on delete cascade,
  hash      text not null,
  primary key (person_id, hash)
);

-- What has to be told to somebody about the safety of their account; kept until long after the letter went out.
create table safety_notice (
  id       uuid primary key,
  name     text not null,
  language text not null,
  value    text not null,
  kind     text not null,
  detail   text not null,
  at       timestamptz not null
);
create index safety_notice_by_age on safety_notice (at);
