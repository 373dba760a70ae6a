-- What a person says about themselves. A private profile has no public page; badges keep their own visibility.
create table profile (
  person_id  uuid primary key references person (id) on delete cascade,
  headline   text not null default '' check (char_length(headline) <= 160),
  visibility text not null default 'PUBLIC' check (visibility in ('PUBLIC', 'PRIVATE')),
  listed     boolean not null default false,
  check (not listed or visibility = 'PUBLIC')
);
insert into profile (person_id) select id from person;
create index profile_listed on profile (person_id) where listed;

create table profile_link (
  person_id uuid not null references profile (person_id) on delete cascade,
  place     smallint not null check (place between 0 and 4),
  url       text not null check (url like 'https://%' and char_length(url) <= 300),
  primary key (person_id, place)
);

-- The picture as we drew it anew; never the bytes that were uploaded.
create table profile_photo (
  person_id uuid primary key references profile (person_id) on delete cascade,
  hash      text not null check (hash ~ '^[0-9a-f]{64}$'),
  jpeg      bytea not null check (octet_length(jpeg) <= 1048576)
);

-- Addresses of profiles that were given up: they lead to the person's present one and are nobody else's for ever.
create table former_vanity (
  vanity    text primary key,
  person_id uuid not null references person (id) on delete cascade,
  left_at   timestamptz not null
);
create index former_vanity_of_person on former_vanity (person_id);
