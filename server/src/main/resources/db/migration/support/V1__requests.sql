-- Somebody who asks an organisation, or the operator where there is none, and what became of it. Whoever has no account is
-- known by a mailbox; nobody is told of their request before they proved that it is theirs.
create table support_request (
  id              uuid primary key,
  organisation_id uuid references organisation (id),
  person_id       uuid references person (id) on delete cascade,
  address         text,
  address_key     text,
  name            text not null check (char_length(name) between 1 and 200),
  language        text not null,
  topic           text not null,
  subject         text not null check (char_length(subject) between 1 and 120),
  about           text not null default '',
  findings        text not null default '',
  state           text not null check (state in ('UNCONFIRMED', 'OPEN', 'ANSWERED', 'CLOSED')),
  assignee_id     uuid references person (id) on delete set null,
  asked_at        timestamptz not null,
  changed_at      timestamptz not null,
  check ((address is null) = (address_key is null)),
  check (person_id is not null or address is not null),
  check (state <> 'UNCONFIRMED' or person_id is null)
);
create index support_request_of_organisation on support_request (organisation_id, state, changed_at desc, id);
create index support_request_of_operator on support_request (state, changed_at desc, id) where organisation_id is null;
create index support_request_of_person on support_request (person_id) where person_id is not null;
create index support_request_of_address on support_request (address_key) where address_key is not null;
create index support_request_of_assignee on support_request (assignee_id) where assignee_id is not null;
create index support_request_unconfirmed on support_request (asked_at) where state = 'UNCONFIRMED';

create table support_message (
  id         uuid primary key,
  request_id uuid not null references support_request on delete cascade,
  by_staff   boolean not null,
  author_id  uuid references person (id) on delete set null,
  words      text not null check (char_length(words) between 1 and 4000),
  at         timestamptz not null
);
create index support_message_of_request on support_message (request_id, at, id);
create index support_message_of_author on support_message (author_id) where author_id is not null;

-- Secrets of links in letters to those who have no account.
create table support_link (
  token_hash text primary key,
  request_id uuid not null references support_request on delete cascade,
  expires_at timestamptz not null
);
create index support_link_of_request on support_link (request_id);
create index support_link_by_expiry on support_link (expires_at);
