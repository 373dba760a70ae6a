-- A revocable window on a person's transcript. The ID is no secret (links carry it); the access code is, and is kept
-- as an Argon2id hash only.
create table transcript_share (
  id            uuid primary key,
  person_id     uuid not null references person (id) on delete cascade,
  transcript_id text not null unique check (transcript_id ~ '^[0-7][0-9A-HJKMNP-TV-Z]{25}$'),
  counted_under text not null unique,                                   -- what tries at it are counted under
  code_hash     text not null check (code_hash like '$argon2id$%'),
  name          text not null check (char_length(name) between 1 and 100),
  language      text not null,
  with_address  boolean not null,
  programs      text not null check (programs in ('NONE', 'WITH_CODE', 'BY_ID')),
  items         text[] check (cardinality(items) between 1 and 2000),   -- null: all that is in force when it is opened
  made_at       timestamptz not null,
  expires_at    timestamptz check (expires_at > made_at),
  revoked_at    timestamptz,
  told_at       timestamptz                                             -- when its earner was last told of wrong codes
);
create index transcript_share_of_person on transcript_share (person_id, made_at);

-- When a share was opened and what was taken. Nothing is kept of who it was: there is nothing to keep it for.
create table transcript_view (
  id       bigint generated always as identity primary key,
  share_id uuid not null references transcript_share (id) on delete cascade,
  at       timestamptz not null,
  kind     text not null check (kind in ('PAGE', 'PDF', 'JSON', 'CLR'))
);
create index transcript_view_of_share on transcript_view (share_id, id);

-- A browser that showed the right code, for a while.
create table transcript_grant (
  hash     text primary key check (hash ~ '^[0-9a-f]{64}$'),
  share_id uuid not null references transcript_share (id) on delete cascade,
  until    timestamptz not null
);
create index transcript_grant_until on transcript_grant (until);
create index transcript_grant_of_share on transcript_grant (share_id);

-- Tries that were judged, by whom or what they are counted for (a hash): one row, so that its lock makes tries at the
-- same moment see each other. Rows of transcripts that do not exist look like all others.
create table transcript_try (
  subject      text primary key,
  tries        timestamptz[] not null,
  in_a_row     int not null check (in_a_row >= 0),
  worthless_at timestamptz not null
);
create index transcript_try_worthless on transcript_try (worthless_at);

-- Subjects with many wrong tries, due to be looked at: whether there is a share, and whose.
create table transcript_alarm (
  subject text primary key
);
