-- An account that was merged into another one stays as a shell, so that the merge can be taken back.
alter table person add column merged_into uuid references person (id) on delete cascade;
alter table person add constraint person_is_not_merged_into_itself check (merged_into <> id);
create index person_merged on person (merged_into) where merged_into is not null;

create table account_merge (
  id         uuid primary key,
  kept_id    uuid not null references person (id) on delete cascade,
  gone_id    uuid not null references person (id) on delete cascade,
  merged_at  timestamptz not null,
  undo_until timestamptz not null,
  undone_at  timestamptz,
  check (kept_id <> gone_id)
);
create unique index account_merge_stands_once on account_merge (gone_id) where undone_at is null;
create index account_merge_by_time on account_merge (merged_at);

-- What a merge moved, as the feature that moved it says it: what it needs to move it back.
create table account_move (
  merge_id uuid not null references account_merge (id) on delete cascade,
  what     text not null,
  ref      text not null,
  primary key (merge_id, what, ref)
);

-- A wish to show, by a mail, that another account is mine, too. Stored alike for known and unknown mailboxes.
create table merge_proof (
  id         uuid primary key,
  person_id  uuid not null references person (id) on delete cascade,
  value      text not null,
  language   text not null,
  token_hash text unique,
  expires_at timestamptz not null
);
