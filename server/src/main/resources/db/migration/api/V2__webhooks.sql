-- To whom what happens to an organisation's badges is told, over https.
create table webhook (
  id               uuid primary key,
  organisation_id  uuid not null references organisation (id),
  url              text not null check (char_length(url) between 8 and 500),
  events           text not null check (events <> ''),
  state            text not null default 'ACTIVE' check (state in ('ACTIVE', 'PAUSED', 'FAILED')),
  sealed_secret    text not null,
  sealed_old       text,                      -- still signs, beside the new one, until old_until
  old_until        timestamptz,
  made_at          timestamptz not null,
  failing_since    timestamptz,               -- null while the last delivery came through
  failures         int not null default 0 check (failures >= 0),
  slow             boolean not null default false,
  next_at          timestamptz not null,      -- nothing is sent to it before
  leased_until     timestamptz not null,      -- some node is sending to it until then
  notice_id        uuid unique,               -- of the letter that says it was switched off
  check ((sealed_old is null) = (old_until is null)),
  check ((failing_since is null) = (failures = 0))
);
create index webhook_of_organisation on webhook (organisation_id, made_at);

-- What happened, noted in the transaction in which it did, until a worker has told the subscribers.
create table webhook_note (
  id            uuid primary key,
  type          text not null,
  credential_id uuid not null,
  at            timestamptz not null
);

-- One for each event and subscriber. The body is the same in every attempt, and names no person.
create table webhook_delivery (
  id          uuid primary key,
  webhook_id  uuid not null references webhook (id) on delete cascade,
  event_id    uuid not null,
  type        text not null,
  body        text not null,
  state       text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'DEAD')),
  made_at     timestamptz not null,
  until_at    timestamptz not null,          -- after that it is dead
  due_at      timestamptz not null,
  attempts    int not null default 0,
  tried_at    timestamptz,
  status      int,                           -- of the last answer; null where there was none
  answer      text not null default '' check (char_length(answer) <= 1000),
  millis      int,
  unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at) where state = 'WAITING';
create index webhook_delivery_log on webhook_delivery (webhook_id, made_at desc, id);
create index webhook_delivery_dead on webhook_delivery (webhook_id) where state = 'DEAD';
create index webhook_delivery_by_age on webhook_delivery (made_at);
