-- What the licence of imported texts wants to be said wherever they are shown.
create table catalogue_attribution (
  organisation_id uuid primary key references organisation (id),
  line            text not null check (char_length(line) between 1 and 400)
);
