create table audit_line (
  id              uuid primary key,
  at              timestamptz not null,
  actor           text not null check (actor <> ''),
  organisation_id uuid,
  action          text not null,
  subject         text not null,
  detail          text not null
);
create index audit_line_of_organisation on audit_line (organisation_id, at);
create index audit_line_of_subject on audit_line (subject);

create table outbox_letter (
  id        uuid primary key,
  kind      text not null,
  ref       uuid not null,
  recipient text not null,
  state     text not null default 'waiting' check (state in ('waiting', 'sent', 'dropped', 'refused')),
  due_at    timestamptz not null default now(),
  attempts  int not null default 0,
  ended_at  timestamptz,
  problem   text,
  unique (kind, ref),
  check ((state = 'waiting') = (ended_at is null))
);
create index outbox_letter_due on outbox_letter (due_at, id) where state = 'waiting';

-- The two tables of Spring Session, in the shape its JDBC repository expects.
create table spring_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
