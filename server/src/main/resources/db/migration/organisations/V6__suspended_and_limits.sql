-- The operator can stop an organisation; its staff read why. What it may have at most where that is not the usual.
alter table organisation
  add column suspended_at  timestamptz,
  add column suspended_why text check (char_length(suspended_why) between 1 and 500),
  add constraint organisation_suspended_says_why check ((suspended_at is null) = (suspended_why is null));

create table organisation_limit (
  organisation_id uuid not null references organisation (id),
  name            text not null check (name in ('LIST_ROWS', 'TOKENS', 'WEBHOOKS', 'MEMBERS')),
  value           int not null check (value >= 0),
  primary key (organisation_id, name)
);
