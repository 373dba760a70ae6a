-- What people allow programs that registered themselves. With a consent ends everything that was got by it.
create table oauth_consent (
  id        uuid primary key,
  client_id uuid not null references oauth_client (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  scopes    text not null check (scopes <> ''),                       -- of all times that they said yes
  made_at   timestamptz not null,
  used_at   timestamptz,
  unique (client_id, person_id)
);
create index oauth_consent_of_person on oauth_consent (person_id);

-- One time that somebody said yes: a code, and the family of tokens that came of it.
create table oauth_grant (
  id         uuid primary key,
  consent_id uuid not null references oauth_consent (id) on delete cascade,
  scopes     text not null check (scopes <> ''),
  details    text check (char_length(details) <= 10000),              -- authorization_details, as they were granted
  made_at    timestamptz not null
);
create index oauth_grant_of_consent on oauth_grant (consent_id);

create table oauth_code (
  hash         text primary key check (hash ~ '^[0-9a-f]{64}$'),
  grant_id     uuid not null unique references oauth_grant (id) on delete cascade,
  redirect_uri text not null,
  challenge    text not null check (challenge ~ '^[A-Za-z0-9_-]{43}$'),
  expires_at   timestamptz not null,
  used_at      timestamptz
);
create index oauth_code_by_end on oauth_code (expires_at);

create table oauth_refresh_token (
  hash       text primary key check (hash ~ '^[0-9a-f]{64}$'),
  grant_id   uuid not null references oauth_grant (id) on delete cascade,
  expires_at timestamptz not null,
  used_at    timestamptz
);
-- At most one of a family is good; the used ones are kept to recognise who shows one again.
create unique index oauth_refresh_token_good on oauth_refresh_token (grant_id) where used_at is null;
create index oauth_refresh_token_of_grant on oauth_refresh_token (grant_id);
create index oauth_refresh_token_by_end on oauth_refresh_token (expires_at);

create function keep_oauth_once() returns trigger language plpgsql as $$
begin
  if old.used_at is not null or new.used_at is null or new.hash <> old.hash or new.grant_id <> old.grant_id
     or new.expires_at <> old.expires_at then
    raise exception 'it is used once, and stays what it was';
  end if;
  return new;
end $$;
create trigger oauth_code_is_used_once before update on oauth_code for each row execute function keep_oauth_once();
create trigger oauth_refresh_token_is_used_once before update on oauth_refresh_token
  for each row execute function keep_oauth_once();

alter table oauth_access_token add column grant_id uuid references oauth_grant (id) on delete cascade;
create index oauth_access_token_of_grant on oauth_access_token (grant_id) where grant_id is not null;
