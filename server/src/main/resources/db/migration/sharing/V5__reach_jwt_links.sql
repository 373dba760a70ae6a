-- How often a badge was looked at and shared, by day. Nothing of any visitor is in it: no address, no cookie, no time of day.
-- There is no foreign key to the credential: a count never stands in the way of an erasure.
create table reach (
  credential_id   uuid   not null,
  day             date   not null,
  kind            text   not null check (kind ~ '^[A-Z_]{1,40}$'),
  organisation_id uuid   not null references organisation (id),
  achievement_id  uuid   not null,
  count           bigint not null check (count > 0),
  primary key (credential_id, day, kind)
);
create index reach_of_issuer on reach (organisation_id, day);

-- A credential as a JWT, signed when it was first asked for and never again.
create table credential_jwt (
  credential_id uuid primary key references credential (id),
  jwt           text not null,
  signed_at     timestamptz not null
);

-- What other sites know an organisation by.
create table organisation_link (
  organisation_id uuid primary key references organisation (id),
  linkedin_id     bigint not null check (linkedin_id > 0)
);
