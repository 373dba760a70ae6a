create table person (
  id            uuid primary key,
  name          text not null check (char_length(name) between 1 and 200),
  vanity        text not null unique check (vanity ~ '^[a-z0-9]([a-z0-9-]{1,58}[a-z0-9])$'),
  language      text not null,
  password_hash text not null,
  since         timestamptz not null
);

-- A mailbox of a person. Unverified ones prove nothing and may stand with several people; a verified one has one owner.
create table address (
  id          uuid primary key,
  person_id   uuid not null references person on delete cascade,
  value       text not null,
  key         text not null,
  main        boolean not null,
  added_at    timestamptz not null,
  verified_at timestamptz,
  token_hash  text unique,
  expires_at  timestamptz,
  check (verified_at is not null or not main),
  check (verified_at is null or token_hash is null),
  unique (person_id, key)
);
create unique index address_has_one_owner on address (key) where verified_at is not null;
create unique index person_has_one_main_address on address (person_id) where main;

-- Somebody asked for an account and has not yet shown that the mailbox is theirs: no person exists so far.
create table sign_up (
  id            uuid primary key,
  value         text not null,
  key           text not null,
  name          text not null check (char_length(name) between 1 and 200),
  language      text not null,
  password_hash text not null,
  intent        uuid,
  token_hash    text unique,
  begun_at      timestamptz not null,
  expires_at    timestamptz not null
);
create index sign_up_by_key on sign_up (key);
create index sign_up_by_expiry on sign_up (expires_at);

-- A wish for a new password, stored alike for known and unknown mailboxes; the letter's writer sees which it is.
create table password_reset (
  id         uuid primary key,
  key        text not null,
  language   text not null,
  token_hash text unique,
  begun_at   timestamptz not null,
  expires_at timestamptz not null
);
create index password_reset_by_key on password_reset (key);
create index password_reset_by_expiry on password_reset (expires_at);

-- A browser that signed in before keeps its own count of tries, so that strangers cannot lock its owner out.
create table known_device (
  hash      text primary key,
  person_id uuid not null references person on delete cascade,
  seen_at   timestamptz not null
);
create index known_device_by_person on known_device (person_id);
