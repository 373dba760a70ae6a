-- What programs say of the OAuth clients that they make, and when they changed one.
create table credly_client_words (
  client_id  uuid primary key references oauth_client (id) on delete cascade,
  text       text not null check (char_length(text) <= 1000),
  changed_at timestamptz not null
);
