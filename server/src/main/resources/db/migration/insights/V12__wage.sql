-- Official wages by occupation: files of the U.S. Bureau of Labor Statistics, handed in by the operator. US dollars a year.
create table wage (
  area       text not null check (area ~ '^US(-[A-Z]{2})?$'),
  occupation text not null check (occupation ~ '^[0-9]{2}-[0-9]{4}$'),
  year       integer not null check (year between 2018 and 2100),  -- since then occupations have these codes
  title      text not null check (length(title) between 1 and 300),
  employed   bigint check (employed >= 0),
  pct10      integer check (pct10 > 0),
  pct25      integer check (pct25 >= pct10),
  pct50      integer check (pct50 >= pct25),
  pct75      integer check (pct75 >= pct50),
  pct90      integer check (pct90 >= pct75),
  topped     boolean not null,
  primary key (occupation, area, year)
);
