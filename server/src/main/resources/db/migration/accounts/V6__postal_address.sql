-- Where a person gets letters, if they told us. Kept apart from the profile: nothing shows it but a document for
-- which its person chose so.
create table postal_address (
  person_id   uuid primary key references person (id) on delete cascade,
  street      text[] not null check (cardinality(street) between 1 and 4),
  locality    text not null check (char_length(locality) between 1 and 100),
  region      text not null check (char_length(region) <= 100),
  postal_code text not null check (char_length(postal_code) <= 20),
  country     text not null check (country ~ '^[A-Z]{2}$'),
  changed_at  timestamptz not null
);
