-- What happened to an organisation's badges, by day (UTC): days that are over are counted once, the present one again and
-- again. Made of other tables, and nothing of any person is in it.
create table figure_day (
  organisation_id uuid   not null references organisation (id),
  day             date   not null,
  achievement_id  uuid   not null,
  kind            text   not null
    check (kind in ('ISSUED', 'ACCEPTED', 'VIEWED', 'SHARED', 'EMBEDDED', 'VERIFIED')),
  count           bigint not null check (count > 0),
  primary key (organisation_id, day, achievement_id, kind)
);
create index figure_by_day on figure_day (day);

-- Up to which day, with it, the count is final.
create table figure_progress (
  one   boolean primary key default true check (one),
  until date not null
);

create index reach_by_day on reach (day);
