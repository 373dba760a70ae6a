-- Programs that get access tokens. One of an organisation speaks for it, while the one who made it, or gave it its present
-- secret, has the role that its scopes need; one that registered itself speaks for people who allowed it to.
create table oauth_client (
  id              uuid primary key,                                   -- by which it calls itself: its client_id
  organisation_id uuid references organisation (id),
  name            text not null check (char_length(name) between 1 and 100),
  secret_hash     text unique check (secret_hash ~ '^[0-9a-f]{64}$'), -- null: it runs where no secret can be kept
  scopes          text not null check (scopes <> ''),
  redirect_uris   text[] not null default '{}',
  registration    jsonb,                                              -- what it said of itself
  made_by         uuid references person (id) on delete set null,
  made_at         timestamptz not null,
  used_at         timestamptz,
  check ((organisation_id is null) = (registration is not null)),
  check (organisation_id is null or (secret_hash is not null and redirect_uris = '{}')),
  check (organisation_id is not null or (made_by is null and cardinality(redirect_uris) between 1 and 20))
);
create index oauth_client_of_organisation on oauth_client (organisation_id, made_at desc) where organisation_id is not null;
create index oauth_client_of_maker on oauth_client (made_by) where made_by is not null;
create index oauth_client_by_use on oauth_client (coalesce(used_at, made_at)) where organisation_id is null;

-- Whom a client speaks for never changes.
create function keep_oauth_client() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.organisation_id is distinct from old.organisation_id or new.scopes <> old.scopes
     or new.redirect_uris <> old.redirect_uris or (new.secret_hash is null) <> (old.secret_hash is null) then
    raise exception 'client % cannot become another', old.id;
  end if;
  return new;
end $$;
create trigger oauth_client_is_kept before update on oauth_client for each row execute function keep_oauth_client();

-- Only hashes of them; each lives for hours.
create table oauth_access_token (
  hash       text primary key check (hash ~ '^[0-9a-f]{64}$'),
  client_id  uuid not null references oauth_client (id) on delete cascade,
  scopes     text not null check (scopes <> ''),
  made_at    timestamptz not null,
  expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '1 day')
);
create index oauth_access_token_of_client on oauth_access_token (client_id);
create index oauth_access_token_by_end on oauth_access_token (expires_at);
create function keep_oauth_access_token() returns trigger language plpgsql as $$
begin
  raise exception 'an access token stays as it is, or goes';
end $$;
create trigger oauth_access_token_is_kept before update on oauth_access_token
  for each row execute function keep_oauth_access_token();
