-- Mailboxes that a mail server refused for good. A letter that is wanted nevertheless is tried again.
create table undeliverable (
  key    text primary key,
  code   text not null check (code <> ''),          -- enhanced status code (5.1.1), or the reply code alone (550)
  reason text not null,
  source text not null check (source in ('REPLY', 'REPORT')),
  at     timestamptz not null
);
create index outbox_letter_by_ref on outbox_letter (ref);

-- A counter whose rule forgives with time is worthless after that; those that guard secrets stay (null).
alter table attempt add column worthless_at timestamptz;
create index attempt_worthless on attempt (worthless_at);
drop index attempt_by_age;

-- When each kind of housekeeping is next due; whichever node takes the row does it.
create table sweep (
  name   text primary key,
  due_at timestamptz not null
);
