-- Somebody is asked to work for an organisation. Whoever has confirmed the address may agree: the
-- id in the mail is no secret.
create table member_invitation (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  address         text not null,
  address_key     text not null,
  role            text not null check (role in ('VIEWER', 'ISSUER', 'ADMIN', 'OWNER')),
  invited_by      uuid references person (id) on delete set null,
  language        text not null,
  invited_at      timestamptz not null,
  ends_at         timestamptz not null check (ends_at > invited_at),
  unique (organisation_id, address_key)
);
create index member_invitation_by_address on member_invitation (address_key);
create index member_invitation_by_end on member_invitation (ends_at);

-- An organisation that has an owner keeps one, however many leave at once.
create function organisation_keeps_an_owner() returns trigger language plpgsql as $$
begin
  perform 1 from organisation where id = old.organisation_id for update;
  if not exists (select 1 from member where organisation_id = old.organisation_id and role = 'OWNER') then
    raise exception 'organisation % would be left without an owner', old.organisation_id
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create constraint trigger organisation_keeps_an_owner
  after update or delete on member
  deferrable initially deferred
  for each row when (old.role = 'OWNER')
  execute function organisation_keeps_an_owner();
