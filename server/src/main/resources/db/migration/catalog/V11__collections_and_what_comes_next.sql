-- What is recommended to whoever has an achievement, in order.
create table achievement_next (
  achievement_id uuid not null references achievement (id),
  next_id        uuid not null references achievement (id) check (next_id <> achievement_id),
  position       int not null check (position >= 0),
  primary key (achievement_id, next_id)
);

-- Achievements that belong together, as a programme or a path; everybody sees it.
create table achievement_collection (
  id              uuid primary key,
  organisation_id uuid not null references organisation (id),
  name            text not null check (char_length(name) between 1 and 100),
  unique (organisation_id, name)
);
create table achievement_collection_item (
  collection_id  uuid not null references achievement_collection (id) on delete cascade,
  achievement_id uuid not null references achievement (id),
  position       int not null check (position >= 0),
  primary key (collection_id, achievement_id)
);
create index achievement_collection_item_of on achievement_collection_item (achievement_id);
