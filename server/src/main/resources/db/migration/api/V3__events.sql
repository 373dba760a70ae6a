-- What happened in an organisation, in the words of webhooks, written in the transaction of what it tells. Places are
-- given just before the commit, under a lock that who follows takes alone for a moment: so nobody who follows misses one.
-- The organisation is the subject's.
create table event (
  organisation_id uuid not null,
  position        bigint generated always as identity,
  id              uuid not null unique,
  type            text not null check (type ~ '^(badge|result)\.[a-z-]+$'),
  subject_id      uuid not null,
  at              timestamptz not null,
  primary key (organisation_id, position)
);
create index event_of_type on event (organisation_id, type, position);
create index event_of_subject on event (subject_id, position);
create index event_by_age on event using brin (at);

alter table webhook_note rename column credential_id to subject_id;
