-- A file that was found in a watched folder and decided about, in the transaction that stored it. While kept_as is null
-- it lies where it lay: whoever finds it there again moves it and takes nothing.
create table inbox_file (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  provider        text not null,
  name            text not null check (char_length(name) between 1 and 200),
  size            bigint not null check (size >= 0),
  touched_at      timestamptz not null,
  outcome         text not null check (outcome in ('TAKEN', 'REPEATED', 'REFUSED')),
  intake_id       uuid not null references intake (id),
  taken_at        timestamptz not null,
  kept_as         text check (char_length(kept_as) between 1 and 250)
);
create unique index inbox_file_unmoved on inbox_file (organisation_id, provider, name, size, touched_at) where kept_as is null;
create index inbox_file_latest on inbox_file (organisation_id, provider, taken_at desc, id desc);
create index intake_by_content on intake (organisation_id, sha256);
