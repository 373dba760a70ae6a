-- Which account of another site opens which of ours. Who it is, issuer and subject say together; an address never does.
create table provider_link (
  id        uuid primary key,
  issuer    text not null,
  subject   text not null,
  person_id uuid not null references person (id) on delete cascade,
  provider  text not null,
  label     text not null,
  linked_at timestamptz not null,
  unique (issuer, subject)
);
create index provider_link_of_person on provider_link (person_id);
