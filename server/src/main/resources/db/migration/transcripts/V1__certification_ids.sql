-- The number by which a person is known on transcripts; made when it is first asked for, and never given to anybody else.
create table certification_id (
  person_id uuid primary key references person on delete cascade,
  number    bigint not null unique check (number between 1000000000 and 9999999999),
  document  uuid not null unique                     -- names the transcript in its JSON
);
