-- Since when somebody else may have had the key. It stays published, with this as its end: what bears a later date is not
-- believed any more. Said once, for a key that signs no more.
alter table signing_key add column compromised_at timestamptz check (compromised_at is null or retired_at is not null);
alter table document_key add column compromised_at timestamptz check (compromised_at is null or retired_at is not null);

create function keep_compromise() returns trigger language plpgsql as $$
begin
  if old.compromised_at is not null and new.compromised_at is distinct from old.compromised_at then
    raise exception 'key % was said to be compromised', old.id;
  end if;
  return new;
end $$;
create trigger signing_key_stays_compromised before update on signing_key for each row execute function keep_compromise();
create trigger document_key_stays_compromised before update on document_key for each row execute function keep_compromise();
