-- A copy of a transcript that its earner had sent to somebody; the address is forgotten after thirty days.
create table transcript_copy (
  id           uuid primary key,
  person_id    uuid not null references person (id) on delete cascade,
  recipient    text not null,
  language     text not null,
  with_address boolean not null,
  items        text[] check (cardinality(items) between 1 and 2000),   -- null: all that is in force when it is sent
  asked_at     timestamptz not null
);
create index transcript_copy_of_person on transcript_copy (person_id, asked_at);
create index transcript_copy_age on transcript_copy (asked_at);
