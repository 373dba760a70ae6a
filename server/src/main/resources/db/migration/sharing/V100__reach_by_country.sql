-- From which countries people came, by achievement and day: never by badge, and nothing of any visitor is in it.
create table reach_country (
  organisation_id uuid   not null references organisation (id),
  day             date   not null,
  achievement_id  uuid   not null,
  kind            text   not null check (kind in ('ACCEPTED', 'VIEWED', 'SHARED', 'EMBEDDED', 'VERIFIED')),
  country         text   not null check (country ~ '^[A-Z]{2}$'),
  count           bigint not null check (count > 0),
  primary key (organisation_id, day, achievement_id, kind, country)
);
