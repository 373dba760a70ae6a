-- Whose badge it is to speak of: staff look claims up by organisation.
alter table claim add column organisation_id uuid references organisation (id);
update claim set organisation_id = (select c.organisation_id from credential c where c.id = claim.credential_id);
alter table claim alter column organisation_id set not null;
create index claim_of_organisation on claim (organisation_id, offered_at desc, credential_id);
create index claim_of_organisation_to on claim (organisation_id, recipient_key);

-- Whoever stands here accepts what comes from now on, and shows it as they said.
create table auto_accept (
  person_id  uuid primary key references person (id) on delete cascade,
  visibility text not null check (visibility in ('PUBLIC', 'PRIVATE')),
  since      timestamptz not null
);

-- After how many days an organisation reminds; no row: the product's default; no days: never.
create table reminder_rule (
  organisation_id uuid primary key references organisation (id),
  days            int[] not null check (cardinality(days) <= 5)
);

-- Work to do: one row per badge that waits and of which somebody is to be reminded.
create table reminder_due (
  credential_id   uuid primary key references claim,
  organisation_id uuid not null references organisation (id),
  offered_at      timestamptz not null,
  sent            int not null default 0 check (sent >= 0),
  due_at          timestamptz not null
);
create index reminder_due_by_time on reminder_due (due_at);
create index reminder_due_of_organisation on reminder_due (organisation_id);

-- The reminders that went out: each number once, whatever node and however often it tried.
create table reminder (
  id            uuid primary key,
  credential_id uuid not null references claim,
  number        int not null check (number between 1 and 5),
  at            timestamptz not null,
  unique (credential_id, number)
);

-- Mailboxes that asked for no more reminders, and the links by which they can ask.
create table reminder_stop (
  key text primary key,
  at  timestamptz not null
);
create table reminder_stop_link (
  token_hash text primary key,
  key        text not null,
  made_at    timestamptz not null
);
create index reminder_stop_link_by_age on reminder_stop_link (made_at);
create index reminder_stop_link_by_key on reminder_stop_link (key);

create index claim_intent_by_age on claim_intent (at);

-- Badges that wait are reminded of from now on, none of them at once.
insert into reminder_due (credential_id, organisation_id, offered_at, due_at)
select credential_id, organisation_id, offered_at, greatest(offered_at, now()) + interval '7 days'
  from claim where state = 'PENDING';
