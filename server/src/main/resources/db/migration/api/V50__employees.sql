-- Whom an organisation's personnel program told us of. They need no account; each decides by a link whether to be among them.
create table credly_employee (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  address         text not null check (char_length(address) <= 254),
  address_key     text not null check (char_length(address_key) <= 254),
  first_name      text check (char_length(first_name) <= 200),
  last_name       text check (char_length(last_name) <= 200),
  team            text check (char_length(team) <= 200),
  about           jsonb not null default '{}' check (jsonb_typeof(about) = 'object' and length(about::text) <= 40000),
  state           text not null check (state in ('CREATED', 'PENDING', 'ACCEPTED', 'REJECTED')),
  state_at        timestamptz not null,
  invited_at      timestamptz,
  created_at      timestamptz not null,
  unique (organisation_id, address_key),
  check (state = 'CREATED' or invited_at is not null)
);
create index credly_employee_latest on credly_employee (organisation_id, created_at, id);
create index credly_employee_of_address on credly_employee (address_key);

-- Links in invitations; whoever holds one has read the mailbox.
create table credly_employee_link (
  token_hash  text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  employee_id uuid not null references credly_employee (id) on delete cascade,
  expires_at  timestamptz not null
);
create index credly_employee_link_of_employee on credly_employee_link (employee_id);
create index credly_employee_link_expires on credly_employee_link (expires_at);
