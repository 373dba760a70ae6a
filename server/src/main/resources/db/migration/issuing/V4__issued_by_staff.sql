-- What a credential says, or how it is announced, beyond what all have; most have no row here.
create table credential_details (
  credential_id uuid primary key references credential (id),
  quiet         boolean not null,
  evidence_url  text not null check (char_length(evidence_url) <= 2000),
  evidence_text text not null check (char_length(evidence_text) <= 4000),
  result        text not null check (char_length(result) <= 200)
);

-- A list of people that staff brought: read through once to see what would happen, then once more to issue.
create table issue_run (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  file_name       text not null check (char_length(file_name) between 1 and 200),
  size            bigint not null check (size >= 0),
  sha256          text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  started_by      text not null,
  received_at     timestamptz not null,
  state           text not null
    check (state in ('OPEN', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'CANCELLED', 'REFUSED')),
  problem         text not null default '',
  encoding        text not null default 'UTF_8',
  separator       char(1) not null default ',',
  header          text not null default '',
  columns         text not null default '',
  body_position   bigint not null default 0,
  body_line       bigint not null default 1,
  achievement_id  uuid references achievement (id),
  language        text not null default 'en',
  quiet           boolean not null default false,
  request         uuid,
  not_before      timestamptz,
  position        bigint not null default 0,
  line            bigint not null default 1,
  rows            bigint not null default 0,
  accepted        bigint not null default 0,
  duplicates      bigint not null default 0,
  refused         bigint not null default 0,
  worked_millis   bigint not null default 0,
  worked_at       timestamptz not null,
  finished_at     timestamptz,
  unique (organisation_id, request),
  check (rows = accepted + duplicates + refused),
  check (position between 0 and size),
  check ((state in ('DONE', 'CANCELLED', 'REFUSED')) = (finished_at is not null))
);
create index issue_run_of_organisation on issue_run (organisation_id, received_at desc, id desc);
create index issue_run_at_work on issue_run (worked_at) where state in ('CHECKING', 'RUNNING');
create index issue_run_finished on issue_run (finished_at) where finished_at is not null;

create table issue_run_bytes (
  run_id  uuid not null references issue_run (id) on delete cascade,
  ordinal int not null,
  bytes   bytea not null,
  primary key (run_id, ordinal)
);

-- Rows that gave nothing, of the last reading; what the others gave stands in award_by_hand.
create table issue_run_row (
  run_id    uuid not null references issue_run (id) on delete cascade,
  line      bigint not null,
  verdict   text not null check (verdict in ('DUPLICATE', 'REFUSED')),
  cell      text not null,
  findings  text not null,
  recipient text not null,
  primary key (run_id, line)
);
create index issue_run_row_of_verdict on issue_run_row (run_id, verdict, line);

-- What a reading without effect has met, so that it finds rows that come twice; gone when it ends.
create table issue_run_seen (
  run_id uuid not null references issue_run (id) on delete cascade,
  key    uuid not null,
  line   bigint not null,
  primary key (run_id, key)
);
