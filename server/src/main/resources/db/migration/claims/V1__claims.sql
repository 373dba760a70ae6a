-- One per credential that was announced. Only an accepted claim has an owner, and nothing else is ever public.
create table claim (
  credential_id uuid primary key references credential (id),
  recipient     text not null,
  recipient_key text not null,
  state         text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REJECTED')),
  owner_id      uuid references person (id),
  visibility    text not null default 'PRIVATE' check (visibility in ('PUBLIC', 'PRIVATE')),
  offered_at    timestamptz not null,
  decided_at    timestamptz,
  check ((state = 'ACCEPTED') = (owner_id is not null)),
  check ((state = 'PENDING') = (decided_at is null)),
  check (visibility = 'PRIVATE' or state = 'ACCEPTED')
);
create index claim_waiting on claim (recipient_key) where state <> 'ACCEPTED';
create index claim_held on claim (owner_id) where state = 'ACCEPTED';

-- Secrets of links in letters; several when a letter was written again.
create table claim_link (
  token_hash    text primary key,
  credential_id uuid not null references claim
);

-- What somebody decided on the claim page before they had an account; done when the account is confirmed.
create table claim_intent (
  id            uuid primary key,
  credential_id uuid not null references claim,
  visibility    text not null check (visibility in ('PUBLIC', 'PRIVATE')),
  at            timestamptz not null
);
