-- Searches that people keep, and what they were told of.
create table saved_search (
  id         uuid primary key,
  person_id  uuid not null references person (id) on delete cascade,
  name       text not null check (length(name) <= 80),
  skills     text[] not null check (cardinality(skills) <= 60),
  words      text not null check (length(words) <= 300),
  place      text not null check (length(place) <= 400),   -- COUNTRY|REGION|CITY
  remote     boolean not null,
  seniority  text check (seniority ~ '^[A-Z]{2,20}$'),
  mails      boolean not null,
  told_at    timestamptz not null,                         -- postings first seen after this are new
  due_at     timestamptz not null,                         -- when to look again
  created_at timestamptz not null
);
create index saved_search_person on saved_search (person_id);
create index saved_search_due on saved_search (due_at) where mails;

create table job_alert (
  id         uuid primary key,
  search_id  uuid not null references saved_search (id) on delete cascade,
  seen_after timestamptz not null,
  seen_until timestamptz not null check (seen_until > seen_after)
);
create index job_alert_search on job_alert (search_id);
create index job_alert_until on job_alert (seen_until);

create table job_alert_stop (
  hash      text primary key check (hash ~ '^[0-9a-f]{64}$'),
  search_id uuid not null references saved_search (id) on delete cascade,
  made_at   timestamptz not null
);
create index job_alert_stop_search on job_alert_stop (search_id);
create index job_alert_stop_made on job_alert_stop (made_at);
