-- Keys with which organisations sign documents on paper: not those of credentials, which no certificate names.
create table document_key (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  public_key      text not null unique,        -- Multikey form
  certificate     bytea not null,              -- X.509, DER, self-signed
  sealed_secret   bytea not null,              -- nonce and AES-256-GCM of the private key
  sealed_under    text not null,               -- fingerprint of the key-encryption key
  created_at      timestamptz not null default now(),
  retired_at      timestamptz,
  check (retired_at >= created_at)
);
create unique index document_key_in_use on document_key (organisation_id) where retired_at is null;
create index document_key_of_organisation on document_key (organisation_id, created_at);

-- What was signed must be checkable for ever: a certificate is never deleted, never changed, and its key never used again once retired.
create function keep_document_key() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'document key % is published for ever', old.id;
  end if;
  if new.id <> old.id or new.organisation_id <> old.organisation_id or new.public_key <> old.public_key
     or new.certificate <> old.certificate     or new.created_at <> old.created_at
     or (old.retired_at is not null and new.retired_at is distinct from old.retired_at) then
    raise exception 'document key % cannot change', old.id;
  end if;
  return new;
end $$;
create trigger document_key_is_kept before update or delete on document_key
  for each row execute function keep_document_key();
