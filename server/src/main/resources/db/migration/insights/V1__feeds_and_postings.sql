-- A source of job postings, set up by the operator on the console or in feeds.yaml.
create table job_feed (
  id               uuid primary key,
  name             text not null unique check (name ~ '^[^[:space:]]([^[:cntrl:]]{0,78}[^[:space:]])?$'),
  kind             text not null check (kind ~ '^[A-Z_]{2,30}$'),
  address          text not null check (length(address) <= 2048),   -- empty: files are handed in
  interval_minutes integer not null check (interval_minutes between 15 and 43200),
  employer         text not null check (length(employer) <= 120),   -- for postings that name none
  country          text not null check (country ~ '^([A-Z]{2})?$'), -- for places that name none
  attribution      text not null check (length(attribution) <= 500),
  sealed_key       text,
  active           boolean not null,
  from_file        boolean not null,                                -- feeds.yaml says it: the console shows it and leaves it alone
  created_at       timestamptz not null,
  -- its schedule
  due_at           timestamptz,                                     -- null: not by itself
  run_id           uuid,                                            -- the run under way, until the lease ends
  lease_until      timestamptz,
  etag             text,
  last_modified    text,
  failures         integer not null default 0 check (failures >= 0),
  accept_drop      boolean not null default false,                  -- the operator said: publish the next run as it is
  -- its health
  outcome          text not null check (outcome ~ '^[A-Z_]{2,30}$'),
  reason           text not null default '',
  tried_at         timestamptz,
  good_at          timestamptz,                                     -- when its postings were last confirmed
  check ((run_id is null) = (lease_until is null)),
  check (not active or address <> '')
);
create index job_feed_due on job_feed (due_at) where active;

create table job_feed_run (
  id          uuid primary key,
  feed_id     uuid not null references job_feed (id) on delete cascade,
  started_at  timestamptz not null,
  finished_at timestamptz,
  outcome     text not null check (outcome ~ '^[A-Z_]{2,30}$'),
  reason      text not null default '',
  bytes       bigint not null default 0 check (bytes >= 0),
  items       integer not null default 0 check (items >= 0),
  refused     integer not null default 0 check (refused between 0 and items),
  added       integer not null default 0 check (added >= 0),
  changed     integer not null default 0 check (changed >= 0),
  unchanged   integer not null default 0 check (unchanged >= 0),
  closed      integer not null default 0 check (closed >= 0)
);
create index job_feed_run_of on job_feed_run (feed_id, started_at);

-- Items that were not taken, and why: the first of each run.
create table job_refusal (
  run_id  uuid not null references job_feed_run (id) on delete cascade,
  ordinal integer not null,
  item    integer not null,                                         -- counted from 1 within the run
  name    text not null check (length(name) <= 120),                -- what the item calls itself, as far as it could be read
  fault   text not null check (fault ~ '^[A-Z_]{2,40}$'),
  value   text not null check (length(value) <= 120),
  primary key (run_id, ordinal)
);

create table job_posting (
  id              uuid primary key,                                 -- made from feed and source_id
  feed_id         uuid not null references job_feed (id),
  source_id       text not null check (length(source_id) between 1 and 200),
  job             bigint not null,                                  -- equal for the same job in several places
  content         bigint not null,                                  -- equal as long as the feed says the same
  same_as         uuid check (same_as <> id),                       -- the posting that counts for this one; null: this one counts
  title           text not null check (length(title) between 1 and 300),
  employer        text not null check (length(employer) <= 200),
  employer_key    text not null,
  place_given     text not null check (length(place_given) <= 1000),
  places          text[],                                           -- COUNTRY|REGION|CITY; null: not understood
  workplace       text check (workplace in ('ONSITE', 'HYBRID', 'REMOTE')),
  salary_low      numeric check (salary_low > 0),
  salary_high     numeric check (salary_high >= salary_low),
  currency        text check (currency ~ '^[A-Z]{3}$'),
  period          text check (period in ('HOUR', 'FEDERAL_HOUR', 'DAY', 'WEEK', 'TWO_WEEKS', 'MONTH', 'YEAR', 'UNSTATED')),
  seniority       text check (seniority in ('INTERN', 'JUNIOR', 'MID', 'SENIOR', 'STAFF', 'MANAGEMENT')),
  employment_type text,
  language        text,
  posted_at       timestamptz,
  valid_through   timestamptz,
  first_seen_at   timestamptz not null,
  confirmed_at    timestamptz not null,
  closed_at       timestamptz,
  apply_url       text not null check (apply_url ~ '^https?://'),
  tags            text[],
  description     bytea not null,
  check ((coalesce(salary_low, salary_high) is null) = (currency is null)),
  check ((currency is null) = (period is null))
);
-- The text comes compressed; the database shall not try again.
alter table job_posting alter column description set storage external;
create index job_posting_open on job_posting (feed_id) where closed_at is null;
create index job_posting_job on job_posting (job) where closed_at is null;
create index job_posting_confirmed on job_posting (confirmed_at) where closed_at is null;
create index job_posting_expires on job_posting (valid_through) where closed_at is null and valid_through is not null;

-- What changed and has not been looked at by the feature above: its worker takes the rows in its own transaction.
create table job_posting_change (
  posting_id uuid primary key
);
