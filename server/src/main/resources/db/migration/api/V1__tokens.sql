-- With which programs speak for an organisation; only a hash of each is kept. It works while the one who made it, or
-- renewed it last, has the role that its scopes need.
create table api_token (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  name            text not null check (char_length(name) between 1 and 100),
  hash            text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  scopes          text not null check (scopes <> ''),
  made_by         uuid references person (id) on delete set null,
  made_at         timestamptz not null,
  expires_at      timestamptz not null,
  follows         uuid unique references api_token (id) on delete set null,   -- the one it was made for when that was renewed
  used_at         timestamptz,
  revoked_at      timestamptz
);
create index api_token_of_organisation on api_token (organisation_id, made_at desc);
create index api_token_of_maker on api_token (made_by);
create index api_token_by_end on api_token (expires_at);

-- What was revoked stays so, and no token becomes another.
create function keep_api_token() returns trigger language plpgsql as $$
begin
  if new.id <> old.id or new.hash <> old.hash or new.organisation_id <> old.organisation_id or new.scopes <> old.scopes
     or new.expires_at > old.expires_at
     or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
    raise exception 'token % cannot become more than it was', old.id;
  end if;
  return new;
end $$;
create trigger api_token_is_kept before update on api_token for each row execute function keep_api_token();
