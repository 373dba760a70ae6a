-- Tries are counted before they are judged. The subject holds a hash, never an address.
create table attempt (
  subject text primary key,
  tries   integer not null check (tries > 0),
  last_at timestamptz not null,
  free_at timestamptz not null
);
create index attempt_by_age on attempt (last_at);
