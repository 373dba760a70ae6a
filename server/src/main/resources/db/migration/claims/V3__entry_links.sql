-- Wishes for a link that needs no password, stored alike whether or not anything is known of the mailbox: only its owner
-- learns, from the letter. The link comes to be when the letter is written, and works once.
create table entry_wish (
  id            uuid primary key,
  value         text not null,
  key           text not null,
  language      text not null,
  credential_id uuid references claim,
  visibility    text check (visibility in ('PUBLIC', 'PRIVATE')),
  token_hash    text unique,
  asked_at      timestamptz not null,
  expires_at    timestamptz not null,
  check ((credential_id is null) = (visibility is null))
);
create index entry_wish_by_expiry on entry_wish (expires_at);
create index entry_wish_by_key on entry_wish (key);
