-- 131,072 bits of status, for revocation and (under the same index) for suspension.
create table status_list (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  number          int not null check (number > 0),
  shuffle         bytea not null,                    -- key of the order in which indexes are given out
  used            int not null default 0 check (used between 0 and 131072),
  version         bigint not null default 1,         -- rises with every bit that changes
  unique (organisation_id, number)
);

-- A row is the intent to issue, stored before anything is signed; its document follows in credential_document.
create table credential (
  id              uuid primary key,
  award_id        uuid not null,
  organisation_id uuid not null references organisation (id),
  achievement_id  uuid not null references achievement (id),
  design_id       uuid not null references design (id),
  dossier_id      uuid not null,
  recipient       text not null,                     -- address as given
  recipient_name  text not null,
  language        text not null,
  earned_at       timestamptz not null,
  valid_until     timestamptz,
  issued_at       timestamptz not null,
  key_id          uuid not null references signing_key (id),
  status_list_id  uuid not null references status_list (id),
  status_index    int not null check (status_index between 0 and 131071),
  replaces        uuid unique references credential (id),
  state           text not null default 'ISSUED' check (state in ('ISSUED', 'SUSPENDED', 'REVOKED', 'REPLACED')),
  state_at        timestamptz,
  state_reason    text,
  unique (status_list_id, status_index),
  check ((state = 'ISSUED' and state_at is null) or state_at is not null),
  check (replaces <> id)
);
-- Exactly one valid credential for an award.
create unique index credential_of_award on credential (award_id) where state in ('ISSUED', 'SUSPENDED');
-- Addresses are compared by ASCII case alone.
create index credential_to_recipient on credential (lower(recipient collate "C"));
create index credential_of_achievement on credential (achievement_id);
create index credential_revoked on credential (status_list_id, status_index) where state in ('REVOKED', 'REPLACED');
create index credential_suspended on credential (status_list_id, status_index) where state = 'SUSPENDED';

create function keep_credential() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'credential % is kept, its status index must not be used again', old.id;
  end if;
  if old.state = 'REVOKED' and new.state <> 'REVOKED' then
    raise exception 'credential % is revoked for good', old.id;
  end if;
  if old.state = 'REPLACED' and new.state not in ('REPLACED', 'REVOKED') then
    raise exception 'credential % is replaced for good', old.id;
  end if;
  if row (new.id, new.award_id, new.organisation_id, new.achievement_id, new.design_id, new.recipient,
          new.recipient_name, new.language, new.earned_at, new.valid_until, new.issued_at,
          new.status_list_id, new.status_index, new.replaces)
     is distinct from
     row (old.id, old.award_id, old.organisation_id, old.achievement_id, old.design_id, old.recipient,
          old.recipient_name, old.language, old.earned_at, old.valid_until, old.issued_at,
          old.status_list_id, old.status_index, old.replaces) then
    raise exception 'credential % cannot change, only its status', old.id;
  end if;
  return new;
end $$;
create trigger credential_is_kept before update or delete on credential
  for each row execute function keep_credential();

-- The JSON text that documents of one kind share, with marks where each has its own values.
create table document_frame (
  id   uuid primary key,                             -- from the SHA-256 of text
  text bytea not null
);

create table credential_document (
  credential_id uuid primary key references credential (id),
  frame_id      uuid not null references document_frame (id),
  body          bytea not null                      -- the values, see PackedDocument
);

create function keep_document() returns trigger language plpgsql as $$
begin
  raise exception 'a signed document is never rewritten';
end $$;
create trigger document_is_kept before update or delete on credential_document
  for each row execute function keep_document();
create trigger frame_is_kept before update or delete on document_frame
  for each row execute function keep_document();

-- Work to do: intents to sign, and signed documents that nobody was told about.
create table credential_unsigned (
  credential_id uuid primary key references credential (id),
  due_at        timestamptz not null default now(),
  problem       text                                 -- why the last attempt failed
);
create table credential_unannounced (
  credential_id uuid primary key references credential (id)
);

create table published_status_list (
  status_list_id uuid not null references status_list (id),
  purpose        text not null check (purpose in ('revocation', 'suspension')),
  version        bigint not null,
  signed_at      timestamptz not null,
  document       bytea not null,
  primary key (status_list_id, purpose)
);

-- A list that was published never gives way to an older one.
create function keep_list_rising() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.version < old.version then
    raise exception 'status list % would fall back from version %', old.status_list_id, old.version;
  end if;
  return new;
end $$;
create trigger published_list_rises before update or delete on published_status_list
  for each row execute function keep_list_rising();
