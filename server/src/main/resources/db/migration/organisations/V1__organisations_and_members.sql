create table organisation (
  id         uuid primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,58}[a-z0-9]$'),
  name       text not null check (name <> ''),
  url        text,
  email      text,
  accent     text not null check (accent ~ '^#[0-9a-f]{6}$'),
  founded_at timestamptz not null
);

create table member (
  person_id       uuid not null references person (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  role            text not null check (role in ('VIEWER', 'ISSUER', 'ADMIN', 'OWNER')),
  primary key (person_id, organisation_id)
);
create index member_of_organisation on member (organisation_id);

create table operator (
  person_id uuid primary key references person (id) on delete cascade
);
