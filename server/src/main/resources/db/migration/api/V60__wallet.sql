-- A badge that its owner is about to fetch into a wallet. The code is what the offer carries, once, for some minutes.
create table wallet_offer (
  id            uuid primary key,
  code_hash     text not null unique check (code_hash ~ '^[0-9a-f]{64}$'),
  state_hash    text not null unique check (state_hash ~ '^[0-9a-f]{64}$'),  -- by which a request for authorization names it
  person_id     uuid not null references person (id) on delete cascade,
  credential_id uuid not null references credential (id),
  configuration text not null,
  pin_hash      text check (pin_hash ~ '^[0-9a-f]{64}$'),  -- of the code and the digits typed into the wallet
  tries         int not null default 0 check (tries between 0 and 5),
  made_at       timestamptz not null,
  expires_at    timestamptz not null,
  redeemed_at   timestamptz,
  check (expires_at > made_at)
);
create index wallet_offer_of_person on wallet_offer (person_id, made_at);
create index wallet_offer_expires on wallet_offer (expires_at);

-- What a wallet may fetch, by the token it was given.
create table wallet_access (
  token_hash    text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  person_id     uuid not null references person (id) on delete cascade,
  credential_id uuid not null references credential (id),
  configuration text not null,
  made_at       timestamptz not null,
  expires_at    timestamptz not null
);
create index wallet_access_of_person on wallet_access (person_id);
create index wallet_access_expires on wallet_access (expires_at);

-- Handed out to be signed by a wallet's key; deleted when one comes back.
create table wallet_nonce (
  hash       text primary key check (hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz not null
);
create index wallet_nonce_expires on wallet_nonce (expires_at);
