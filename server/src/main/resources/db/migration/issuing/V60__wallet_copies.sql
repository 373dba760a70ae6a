-- A badge as it was given to a wallet: about the wallet's key, with a position of its own in a status list, which follows
-- the badge. A row is the intent; its document follows, once. What names the holder can go; the row stays for its position.
create table wallet_copy (
  id             uuid primary key,
  credential_id  uuid not null references credential (id),
  person_id      uuid references person (id) on delete set null,  -- whose account it was fetched with
  holder         text not null check (char_length(holder) <= 600), -- DID; empty once forgotten
  form           text not null check (form in ('ldp_vc', 'jwt_vc_json')),
  status_list_id uuid not null references status_list (id),
  status_index   int not null check (status_index between 0 and 131071),
  key_id         uuid not null references signing_key (id),
  made_at        timestamptz not null,
  document       bytea,
  withdrawn_at   timestamptz,
  told           text check (told in ('credential_accepted', 'credential_failure', 'credential_deleted')),
  told_at        timestamptz,
  unique (status_list_id, status_index),
  check ((told is null) = (told_at is null)),
  check (holder <> '' or document is null)
);
-- One wallet has one copy of a badge in one form.
create unique index wallet_copy_once on wallet_copy (credential_id, holder, form) where withdrawn_at is null and holder <> '';
create index wallet_copy_of_person on wallet_copy (person_id, id);
create index wallet_copy_unsigned on wallet_copy (made_at) where document is null and withdrawn_at is null and holder <> '';

create function keep_wallet_copy() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'wallet copy % is kept, its status index must not be used again', old.id;
  end if;
  if tg_op = 'INSERT' then
    if exists (select 1 from credential c
                where c.status_list_id = new.status_list_id and c.status_index = new.status_index) then
      raise exception 'index % of status list % is a credential''s', new.status_index, new.status_list_id;
    end if;
    return new;
  end if;
  if row (new.id, new.credential_id, new.form, new.status_list_id, new.status_index, new.made_at)
     is distinct from row (old.id, old.credential_id, old.form, old.status_list_id, old.status_index, old.made_at) then
    raise exception 'wallet copy % cannot change', old.id;
  end if;
  if old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
    raise exception 'wallet copy % is withdrawn for good', old.id;
  end if;
  if new.holder <> old.holder and new.holder <> '' then
    raise exception 'wallet copy % is bound to its holder', old.id;
  end if;
  if old.document is not null and new.document is distinct from old.document and new.holder <> '' then
    raise exception 'a signed document is never rewritten';
  end if;
  if old.document is not null and new.key_id <> old.key_id then
    raise exception 'wallet copy % cannot change', old.id;
  end if;
  return new;
end $$;
create trigger wallet_copy_is_kept before insert or update or delete on wallet_copy
  for each row execute function keep_wallet_copy();

-- Who has which position of a status list, and in what state: what is withdrawn from a wallet is so for good.
create view status_use as
  select id, 'credential' as kind, status_list_id, status_index, state from credential
  union all
  select w.id, 'wallet copy', w.status_list_id, w.status_index,
         case when w.withdrawn_at is null then c.state else 'REVOKED' end
    from wallet_copy w join credential c on c.id = w.credential_id;
