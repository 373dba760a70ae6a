-- A badge whose personal data the issuer erased: its row stays for its place in the status list, revoked and nameless;
-- its document goes. Nothing else of a credential changes, as before.
create or replace function keep_credential() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'credential % is kept, its status index must not be used again', old.id;
  end if;
  if old.state = 'REVOKED' and new.state <> 'REVOKED' then
    raise exception 'credential % is revoked for good', old.id;
  end if;
  if old.state = 'REPLACED' and new.state not in ('REPLACED', 'REVOKED') then
    raise exception 'credential % is replaced for good', old.id;
  end if;
  if row (new.id, new.award_id, new.organisation_id, new.achievement_id, new.design_id, new.language, new.earned_at,
          new.valid_until, new.issued_at, new.status_list_id, new.status_index, new.replaces)
     is distinct from
     row (old.id, old.award_id, old.organisation_id, old.achievement_id, old.design_id, old.language, old.earned_at,
          old.valid_until, old.issued_at, old.status_list_id, old.status_index, old.replaces) then
    raise exception 'credential % cannot change, only its status', old.id;
  end if;
  if row (new.recipient, new.recipient_name) is distinct from row (old.recipient, old.recipient_name)
     and not (new.state = 'REVOKED' and new.recipient = 'erased@insignia.invalid' and new.recipient_name = '') then
    raise exception 'credential % cannot change, only its status', old.id;
  end if;
  return new;
end $$;

create function keep_credential_document() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and exists (select 1 from credential c
       where c.id = old.credential_id and c.recipient = 'erased@insignia.invalid') then
    return old;
  end if;
  raise exception 'a signed document is never rewritten';
end $$;
drop trigger document_is_kept on credential_document;
create trigger document_is_kept before update or delete on credential_document
  for each row execute function keep_credential_document();
