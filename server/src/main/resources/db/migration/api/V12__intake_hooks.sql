-- Where a provider sends results by signed messages.
create table intake_hook (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  provider        text not null check (char_length(provider) between 2 and 40),
  sealed_secret   text not null,
  made_at         timestamptz not null,
  used_at         timestamptz
);
create index intake_hook_of_organisation on intake_hook (organisation_id, made_at);

-- Messages that were taken, so that none is taken twice while its time would still pass.
create table intake_hook_message (
  hook_id     uuid not null references intake_hook (id) on delete cascade,
  message     text not null check (char_length(message) between 1 and 200),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),   -- of its body
  answer      text not null default '',
  taken_at    timestamptz not null,
  primary key (hook_id, message)
);
create index intake_hook_message_by_age on intake_hook_message (taken_at);
