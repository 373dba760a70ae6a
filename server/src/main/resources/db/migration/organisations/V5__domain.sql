-- A domain of which an organisation shows that it has a say there: by a record in its DNS, or by a file on its web site.
-- The token is no secret: it stands there for everybody to read.
create table domain_proof (
  organisation_id uuid primary key references organisation (id),
  domain          text not null check (char_length(domain) <= 253 and domain ~ '^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$'),
  token           text not null check (char_length(token) >= 20),
  asked_at        timestamptz not null,
  proven_at       timestamptz,
  way             text check (way in ('DNS', 'FILE')),
  checked_at      timestamptz,
  next_at         timestamptz,                 -- of the next look; null while nothing is proven
  failing_since   timestamptz,
  check ((proven_at is null) = (next_at is null) and (proven_at is null) = (way is null))
);
create index domain_proof_due on domain_proof (next_at) where next_at is not null;

-- The mark stands on public pages as long as the proof does, and nothing else can set it.
alter table organisation add column domain text;

create function organisation_domain_is_proven() returns trigger language plpgsql as $$
begin
  if new.domain is not null and not exists (
       select 1 from domain_proof p where p.organisation_id = new.id and p.domain = new.domain and p.proven_at is not null) then
    raise exception 'domain % of organisation % is not proven', new.domain, new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger organisation_domain_is_proven before insert or update of domain on organisation
  for each row when (new.domain is not null) execute function organisation_domain_is_proven();
