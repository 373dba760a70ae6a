-- Which migrations this schema has seen: a hash over the names and contents of all files, written when all were run.
create table schema_state (
  one   boolean primary key default true check (one),
  files text not null,
  since timestamptz not null
);
