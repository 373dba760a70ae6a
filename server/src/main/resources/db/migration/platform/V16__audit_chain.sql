-- Every line of the audit gets a number and a hash over its content and the hash before, by a worker that looks at what is
-- committed: whoever writes lines waits for nobody. A line without a number is not in the chain yet.
alter table audit_line
  add column number bigint unique check (number > 0),
  add column hash   text check (hash ~ '^[0-9a-f]{64}$'),
  add constraint audit_line_in_chain check ((number is null) = (hash is null));
create index audit_line_to_chain on audit_line (id) where number is null;

create table audit_head (
  one    boolean primary key default true check (one),
  number bigint not null check (number >= 0),
  hash   text not null check (hash ~ '^[0-9a-f]{64}$')
);
insert into audit_head (number, hash) values (0, repeat('0', 64));

create function keep_audit_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'audit line % is kept', old.id;
  end if;
  if old.number is not null or new.id <> old.id or new.at <> old.at or new.actor <> old.actor
     or new.organisation_id is distinct from old.organisation_id or new.action <> old.action
     or new.subject <> old.subject or new.detail <> old.detail then
    raise exception 'audit line % cannot change', old.id;
  end if;
  return new;
end $$;
create trigger audit_line_is_kept before update or delete on audit_line
  for each row execute function keep_audit_line();
