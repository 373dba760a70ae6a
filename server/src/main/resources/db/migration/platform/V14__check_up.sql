-- Examinations of all that is stored: asked for, under way, and what the last ones found. One at a time.
create table check_up (
  id         uuid primary key,
  asked_by   text not null,
  asked_at   timestamptz not null,
  everything boolean not null,
  state      text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE')),
  begun_at   timestamptz,
  beat_at    timestamptz,          -- when whoever runs it was last heard of
  done       int not null default 0,
  rule       text not null default '',
  rows       bigint not null default 0,
  ended_at   timestamptz,
  report     text,
  check ((state = 'DONE') = (report is not null and ended_at is not null)),
  check ((state = 'WAITING') = (begun_at is null))
);
create unique index check_up_open on check_up ((true)) where state <> 'DONE';
create index check_up_by_end on check_up (ended_at desc) where state = 'DONE';
